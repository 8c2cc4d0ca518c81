package fr.maillage.trajet;

import java.io.Serializable;

/**
 * The way from one place to another.
 *
 * @param distanceGeodesiqueM along the ellipsoid
 * @param distanceRouteM null when there is no way, or none that is known
 * @param minutes null with it
 * @param obstacle why there is none; null when there is one
 */
public record Trajet(double distanceGeodesiqueM, Double distanceRouteM, Double minutes, Obstacle obstacle)
        implements Serializable {

    /** Why no way is given. */
    public enum Obstacle {
        /** One of the places is farther from anything known than a journey may start. */
        HORS_COUVERTURE,
        /** No road leads from the one to the other: sea, or land without roads. */
        TERRES_SEPAREES,
        /** The straight line leaves the country, or the land, for longer than an estimate can tell. */
        HORS_TERRE,
        /** The roads of the extract do not join the two. */
        SANS_CHEMIN
    }

    public static Trajet found(double geodesique, double route, double minutes) {
        return new Trajet(geodesique, route, minutes, null);
    }

    public static Trajet refused(double geodesique, Obstacle obstacle) {
        return new Trajet(geodesique, null, null, obstacle);
    }

    /** Whether there is a way that takes no longer. */
    public boolean isWithin(double limit) {
        return minutes != null && minutes <= limit;
    }
}
