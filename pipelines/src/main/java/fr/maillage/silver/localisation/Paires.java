package fr.maillage.silver.localisation;

import fr.maillage.geo.Crs;
import fr.maillage.geo.CrsParDepartement;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Two published pairs of coordinates, each read in every way its range allows, and the readings that agree best.
 *
 * <p>Releases of FINESS+ were seen with degrees first and metres second, and the reverse; axes too. Nothing but the
 * numbers tells which: of all readings, those of one place are nearest to each other.
 */
final class Paires implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final double EARTH_RADIUS_M = 6_371_008.8;

    /** One way to read a pair: its place in the world, in which system, and whether its axes are exchanged. */
    record Lecture(double longitude, double latitude, int srid, boolean inversee) {

        boolean enDegres() {
            return srid == Crs.WGS84;
        }
    }

    /** The readings of both pairs that lie nearest to each other, and how far apart they are. */
    record Accord(Lecture premiere, Lecture seconde, double ecart) {

        /** What is in degrees needs no conversion and is kept; the first pair when both or none are. */
        Lecture retenue() {
            return isExchanged() ? seconde : premiere;
        }

        /** Whether the degrees are in the second pair. */
        boolean isExchanged() {
            return !premiere.enDegres() && seconde.enDegres();
        }
    }

    private final Collection<Integer> systemes;

    /**
     * @param departements whose systems metres may be in
     */
    Paires(Collection<String> departements) {
        TreeSet<Integer> found = new TreeSet<>();
        departements.forEach(departement -> CrsParDepartement.find(departement).ifPresent(found::add));
        this.systemes = List.copyOf(found);
    }

    /** The best agreement of both pairs; null when one of them cannot be read at all. */
    Accord find(PositionPubliee publiee) {
        Accord best = null;
        for (Lecture premiere : lectures(publiee.x(), publiee.y())) {
            for (Lecture seconde : lectures(publiee.xLocal(), publiee.yLocal())) {
                double ecart = metres(premiere, seconde);
                if (best == null || ecart < best.ecart()) {
                    best = new Accord(premiere, seconde, ecart);
                }
            }
        }
        return best;
    }

    /** Every reading of a pair that is somewhere in the world, axes as published first. */
    List<Lecture> lectures(double a, double b) {
        List<Lecture> lectures = new ArrayList<>();
        if (PositionPubliee.areDegrees(a, b)) {
            add(lectures, new Lecture(a, b, Crs.WGS84, false));
            add(lectures, new Lecture(b, a, Crs.WGS84, true));
            return lectures;
        }
        for (int srid : systemes) {
            metres(lectures, srid, a, b, false);
            metres(lectures, srid, b, a, true);
        }
        return lectures;
    }

    /** Eastings and northings of the systems of France stay in these bounds; beyond them projections go astray. */
    private static void metres(List<Lecture> lectures, int srid, double x, double y, boolean inversee) {
        if (x > -300_000 && x < 1_500_000 && y > 0 && y < 10_200_000) {
            double[] world = Crs.transform(srid, Crs.WGS84, x, y);
            add(lectures, new Lecture(world[0], world[1], srid, inversee));
        }
    }

    private static void add(List<Lecture> lectures, Lecture lecture) {
        if (Math.abs(lecture.longitude()) <= 180 && Math.abs(lecture.latitude()) <= 90) {
            lectures.add(lecture);
        }
    }

    /** Along the great circle: enough to tell metres from kilometres. */
    private static double metres(Lecture one, Lecture other) {
        double south = Math.toRadians(one.latitude());
        double north = Math.toRadians(other.latitude());
        double up = Math.sin((north - south) / 2);
        double across = Math.sin(Math.toRadians(other.longitude() - one.longitude()) / 2);
        double half = up * up + Math.cos(south) * Math.cos(north) * across * across;
        return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
