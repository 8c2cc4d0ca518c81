package fr.maillage.geo;

import static fr.maillage.schemas.Columns.*;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * Finds the commune of a position, or its territory of another level, among contours of several vintages and reference
 * systems.
 *
 * <p>Each département (each territory, above communes) is answered by one index only: that of the vintage nearest to the
 * wanted geography; of two as near, the later; of two as late, that in the official system of the département. A position is asked in the system it
 * was published in where there is such an index (five million and more a second), and converted only where the index of
 * its place is in another (about half a million a second).
 *
 * <p>Answers are ordinals, for which {@link #code} and {@link #millesime} are looked up without cost. It holds large
 * arrays: in a Spark function, broadcast it.
 */
public final class Localisateur implements Serializable {

    private static final long serialVersionUID = 1L;

    public static final int NONE = PointIndex.NONE;

    private final List<IndexDate> indexes;

    private Localisateur(List<IndexDate> indexes) {
        this.indexes = indexes;
    }

    /**
     * From rows of {@code silver/index_contour}; those of other levels count for nothing.
     *
     * @param geographie wanted year of the code officiel géographique; 0 stands for the newest there is
     */
    public static Localisateur of(List<Row> indexContours, String niveau, int geographie) {
        List<IndexDate> indexes = new ArrayList<>();
        for (Row row : indexContours) {
            if (niveau.equals(row.getAs(NIVEAU))) {
                indexes.add(new IndexDate(
                        niveau,
                        Math.toIntExact(row.<Long>getAs(MILLESIME)),
                        Math.toIntExact(row.<Long>getAs(SRID)),
                        PointIndex.fromBytes(row.getAs(OCTETS))));
            }
        }
        return of(geographie, indexes);
    }

    static Localisateur of(int geographie, List<IndexDate> indexes) {
        int newest = indexes.stream().mapToInt(IndexDate::millesime).max().orElse(0);
        int wanted = geographie == 0 ? newest : geographie;
        List<IndexDate> bestFirst = new ArrayList<>(indexes);
        bestFirst.sort(Comparator.comparingInt((IndexDate index) -> Math.abs(index.millesime() - wanted))
                .thenComparing(Comparator.comparingInt(IndexDate::millesime).reversed())
                .thenComparingInt(IndexDate::srid));
        Map<String, IndexDate> chosen = new HashMap<>();
        for (IndexDate index : bestFirst) {
            index.lieux()
                    .forEach(lieu -> chosen.merge(
                            lieu,
                            index,
                            (best, other) ->
                                    best.millesime() == other.millesime() && other.isOfficial(lieu) ? other : best));
        }
        int first = 0;
        for (IndexDate index : bestFirst) {
            index.answerFor(chosen, first);
            first += index.size();
        }
        return new Localisateur(bestFirst);
    }

    /** Ordinal of the territory that holds the position; {@link #NONE} when none does. */
    public int find(double x, double y, int srid) {
        for (IndexDate index : indexes) {
            if (index.srid() == srid) {
                int found = index.find(x, y);
                if (found != NONE) {
                    return found;
                }
            }
        }
        return findElsewhere(x, y, srid);
    }

    private int findElsewhere(double x, double y, int srid) {
        double[] place = null;
        for (IndexDate index : indexes) {
            if (index.srid() != srid && index.answersForAny()) {
                place = place == null ? Crs.transform(srid, Crs.WGS84, x, y) : place;
                if (index.isNear(place[0], place[1])) {
                    double[] there = Crs.transform(srid, index.srid(), x, y);
                    int found = index.find(there[0], there[1]);
                    if (found != NONE) {
                        return found;
                    }
                }
            }
        }
        return NONE;
    }

    /** Code of the territory; null for {@link #NONE}. */
    public String code(int ordinal) {
        return ordinal == NONE ? null : holder(ordinal).code(ordinal);
    }

    /** Year in which its code is to be read; 0 for {@link #NONE}. */
    public int millesime(int ordinal) {
        return ordinal == NONE ? 0 : holder(ordinal).millesime();
    }

    /** Number of ordinals. */
    public int size() {
        return indexes.stream().mapToInt(IndexDate::size).sum();
    }

    private IndexDate holder(int ordinal) {
        return indexes.stream()
                .filter(index -> index.holds(ordinal))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No commune " + ordinal));
    }

    /** Metres from a position to the commune; 0 inside, NaN when no contour of the commune is known. */
    public double metres(String codeCommune, double x, double y, int srid) {
        for (IndexDate index : indexes) {
            if (index.answersFor(codeCommune)) {
                double[] there = Crs.transform(srid, index.srid(), x, y);
                return index.metres(codeCommune, there[0], there[1]);
            }
        }
        return Double.NaN;
    }
}
