package fr.maillage.trajet;

import java.util.List;
import java.util.SortedMap;
import org.locationtech.jts.geom.Geometry;

/**
 * How far it is by car, in metres and minutes, and which communes are within reach.
 *
 * <p>Two methods answer: an estimate, everywhere and at once, and the roads of an OpenStreetMap extract. Which one did
 * stands beside every answer.
 */
public interface Trajets {

    /** The method of an answer that rests on distances and densities alone. */
    String ESTIMATION = "estimation";

    /** The method of an answer that follows roads. */
    String ROUTE = "route";

    /** {@link #ESTIMATION} or {@link #ROUTE}. */
    String methode();

    /** From one place to another. */
    Trajet entre(Point origine, Point destination);

    /** From one place to each of many, in their order. */
    List<Trajet> vers(Point origine, List<Point> destinations);

    /**
     * The communes whose point is reached within a time, by their codes in order.
     *
     * @throws fr.maillage.MaillageException when nothing is known of the place a journey would start from
     */
    SortedMap<String, Trajet> communes(Point origine, double minutesMax);

    /**
     * What is reached within a time, as a surface in degrees.
     *
     * @throws fr.maillage.MaillageException when nothing is known of the place a journey would start from
     */
    Geometry surface(Point origine, double minutesMax);
}
