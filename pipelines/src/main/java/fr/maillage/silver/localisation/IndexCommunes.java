package fr.maillage.silver.localisation;

import fr.maillage.geo.Crs;
import fr.maillage.geo.PointIndex;
import java.io.Serializable;
import java.util.List;

/**
 * Finds the commune of a point, first among the contours published in the point's own reference system.
 *
 * <p>Only where those say nothing is the point taken into the other systems that contours are known in.
 */
final class IndexCommunes implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Contours of one vintage in one reference system. */
    record Contours(int srid, int millesime, PointIndex index) implements Serializable {}

    /** A commune and the contours that hold the point. */
    record Trouvee(String code, Contours contours) {}

    private final List<Contours> contours;

    /**
     * @param contours the preferred first
     */
    IndexCommunes(List<Contours> contours) {
        this.contours = List.copyOf(contours);
    }

    /** The contours to measure a point of this system to: those in the same system, else the first; null if none. */
    Contours preferred(int srid) {
        return contours.stream()
                .filter(own -> own.srid() == srid)
                .findFirst()
                .orElse(contours.isEmpty() || !Crs.isKnown(srid) ? null : contours.get(0));
    }

    /** The commune that holds the point; null when none does. */
    Trouvee find(int srid, double x, double y) {
        for (Contours own : contours) {
            if (own.srid() == srid) {
                Trouvee found = find(own, x, y);
                if (found != null) {
                    return found;
                }
            }
        }
        return findElsewhere(srid, x, y);
    }

    private Trouvee findElsewhere(int srid, double x, double y) {
        for (Contours other : contours) {
            if (other.srid() != srid) {
                double[] there = Crs.transform(srid, other.srid(), x, y);
                Trouvee found = find(other, there[0], there[1]);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static Trouvee find(Contours contours, double x, double y) {
        int ordinal = contours.index().find(x, y);
        return ordinal == PointIndex.NONE ? null : new Trouvee(contours.index().code(ordinal), contours);
    }
}
