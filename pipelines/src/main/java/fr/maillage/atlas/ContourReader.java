package fr.maillage.atlas;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.Tables;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Reads the contours of communes, all of one vintage and one file family in each frame of the map.
 *
 * <p>Contours of two vintages do not share their borders. The vintage that knows most of the communes is taken whole;
 * of two that know as many, the one nearest to the geography.
 */
final class ContourReader {

    private static final int MOST = 500_000;

    /** Well-known binary, its reference system, and the area in km², NaN when unknown. */
    record Contour(byte[] wkb, int srid, double surface) {}

    private record Vintage(long millesime, long srid) {}

    private final Map<String, String> departements;
    private final long geography;
    private final Map<Cadre, Vintage> chosen = new HashMap<>();
    private final Map<String, Contour> contours = new HashMap<>();

    /** @param departements of every commune of the geography */
    ContourReader(Tables tables, Map<String, String> departements, long geography) {
        this.departements = departements;
        this.geography = geography;
        Dataset<Row> communes = tables.read(Silver.CONTOUR).where(col(NIVEAU).equalTo("commune"));
        choose(tables, communes);
        Dataset<Row> wanted = communes.where(ofChosenVintages())
                .select(col(CODE_TERRITOIRE), col(MILLESIME), col(SRID), col(GEOMETRIE), col(SURFACE_KM2));
        tables.list(wanted, MOST).forEach(this::add);
    }

    private void choose(Tables tables, Dataset<Row> communes) {
        Map<Cadre, Map<Vintage, Integer>> known = new HashMap<>();
        for (Row row : tables.list(communes.select(col(CODE_TERRITOIRE), col(MILLESIME), col(SRID)), MOST)) {
            if (departements.containsKey(row.getString(0))) {
                known.computeIfAbsent(frame(row), cadre -> new HashMap<>())
                        .merge(new Vintage(row.getLong(1), row.getLong(2)), 1, Integer::sum);
            }
        }
        known.forEach((cadre, vintages) -> chosen.put(cadre, best(vintages)));
    }

    private Vintage best(Map<Vintage, Integer> known) {
        Comparator<Map.Entry<Vintage, Integer>> byCommunes = Map.Entry.comparingByValue();
        return known.entrySet().stream()
                .max(byCommunes
                        .thenComparing(entry -> -Math.abs(entry.getKey().millesime() - geography))
                        .thenComparing(entry -> entry.getKey().srid()))
                .orElseThrow()
                .getKey();
    }

    private Column ofChosenVintages() {
        return chosen.values().stream()
                .distinct()
                .map(vintage -> col(MILLESIME)
                        .equalTo(vintage.millesime())
                        .and(col(SRID).equalTo(vintage.srid())))
                .reduce(lit(false), Column::or);
    }

    private void add(Row row) {
        Vintage vintage = new Vintage(row.getLong(1), row.getLong(2));
        if (departements.containsKey(row.getString(0)) && vintage.equals(chosen.get(frame(row)))) {
            double surface = row.isNullAt(4) ? Double.NaN : row.getDouble(4);
            contours.put(row.getString(0), new Contour((byte[]) row.get(3), (int) vintage.srid(), surface));
        }
    }

    private Cadre frame(Row row) {
        return Cadre.of(departements.get(row.getString(0)));
    }

    /** Null when no contour is known. */
    Contour find(String commune) {
        return contours.get(commune);
    }

    Collection<Long> vintages() {
        TreeSet<Long> years = new TreeSet<>();
        chosen.values().forEach(vintage -> years.add(vintage.millesime()));
        return years;
    }
}
