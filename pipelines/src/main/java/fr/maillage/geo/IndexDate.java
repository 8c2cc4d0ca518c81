package fr.maillage.geo;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A point index of one level with its vintage and reference system, and the places it answers for: départements for
 * communes, else the territories themselves.
 */
final class IndexDate implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String COMMUNE = "commune";
    // A box converted by its corners is not quite the box of what is converted: half a degree makes up for it.
    private static final double AROUND = 0.5;

    private final String niveau;
    private final int millesime;
    private final int srid;
    private final PointIndex index;
    private boolean[] answered = new boolean[0];
    private boolean answersForAny;
    private int first;
    /** Least longitude and latitude, greatest longitude and latitude; made when first needed. */
    private transient volatile double[] box;

    IndexDate(String niveau, int millesime, int srid, PointIndex index) {
        this.niveau = niveau;
        this.millesime = millesime;
        this.srid = srid;
        this.index = index;
    }

    int millesime() {
        return millesime;
    }

    int srid() {
        return srid;
    }

    int size() {
        return index.size();
    }

    Set<String> lieux() {
        Set<String> lieux = new TreeSet<>();
        index.codes().forEach(code -> lieux.add(lieu(code)));
        return lieux;
    }

    private String lieu(String code) {
        return COMMUNE.equals(niveau) ? CrsParDepartement.ofCommune(code) : code;
    }

    /** Whether the département publishes its positions in this system. */
    boolean isOfficial(String lieu) {
        boolean departement = COMMUNE.equals(niveau) || "departement".equals(niveau);
        return departement && CrsParDepartement.find(lieu).orElse(0) == srid;
    }

    /** Takes the places it was chosen for, and the first of its ordinals among those of all indexes. */
    void answerFor(Map<String, IndexDate> chosen, int firstOrdinal) {
        first = firstOrdinal;
        answered = new boolean[index.size()];
        for (int i = 0; i < answered.length; i++) {
            answered[i] = chosen.get(lieu(index.code(i))) == this;
            answersForAny |= answered[i];
        }
    }

    boolean answersForAny() {
        return answersForAny;
    }

    boolean answersFor(String code) {
        int ordinal = index.ordinal(code);
        return ordinal != PointIndex.NONE && answered[ordinal];
    }

    int find(double x, double y) {
        int ordinal = index.find(x, y);
        return ordinal == PointIndex.NONE || !answered[ordinal] ? PointIndex.NONE : first + ordinal;
    }

    boolean holds(int ordinal) {
        return ordinal >= first && ordinal < first + index.size();
    }

    String code(int ordinal) {
        return index.code(ordinal - first);
    }

    double metres(String code, double x, double y) {
        return index.metres(index.ordinal(code), srid, x, y);
    }

    /** Whether a place may be in one of its territories; saves conversions to systems of the other side of the world. */
    boolean isNear(double longitude, double latitude) {
        double[] known = box;
        if (known == null) {
            known = box();
            box = known;
        }
        return longitude >= known[0] && latitude >= known[1] && longitude <= known[2] && latitude <= known[3];
    }

    private double[] box() {
        double[] side = index.extent();
        double[] corners =
                Crs.transform(srid, Crs.WGS84, side[0], side[1], side[2], side[1], side[0], side[3], side[2], side[3]);
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int i = 0; i < corners.length; i++) {
            if (Double.isNaN(corners[i])) {
                return new double[] {-180, -90, 180, 90};
            }
            box[i % 2] = Math.min(box[i % 2], corners[i] - AROUND);
            box[2 + i % 2] = Math.max(box[2 + i % 2], corners[i] + AROUND);
        }
        return box;
    }

    @Override
    public String toString() {
        return millesime + " EPSG:" + srid + " " + Arrays.asList(lieux().toArray());
    }
}
