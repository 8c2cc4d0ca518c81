package fr.maillage.silver.localisation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import fr.maillage.geo.PointIndex;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.Tables;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Brings what establishments are located by to the driver: names of communes and indexes of contours. */
public final class Reperes {

    private static final int MOST_COMMUNES = 60_000;
    private static final int MOST_INDEXES = 50;

    private Reperes() {}

    /** Locates by the communes of the cadre's geography and by every contour of communes that is loaded. */
    public static Localisateur localisateur(Tables tables) {
        return new Localisateur(annuaire(tables), index(tables), tables.value(Parametres.DISTANCE_PAIRES_MAX_M));
    }

    private static Annuaire annuaire(Tables tables) {
        long geographie = tables.value(Parametres.GEOGRAPHIE);
        List<Row> communes = tables.list(
                ofYear(tables.read(Silver.COMMUNE), geographie).select(CODE_COMMUNE, LIBELLE, NOM_MAJUSCULE, MILLESIME),
                MOST_COMMUNES);
        List<Row> parts = tables.list(
                ofYear(tables.read(Silver.COMMUNE_RATTACHEE), geographie)
                        .select(CODE_COMMUNE_RATTACHEE, CODE_COMMUNE, LIBELLE, NOM_MAJUSCULE),
                MOST_COMMUNES);
        Annuaire.Builder annuaire = new Annuaire.Builder();
        communes.forEach(row -> annuaire.commune(row.getString(0), row.getString(1), row.getString(2)));
        parts.forEach(row -> annuaire.part(row.getString(0), row.getString(1), row.getString(2), row.getString(3)));
        return annuaire.build(communes.isEmpty() ? 0 : (int) communes.get(0).getLong(3));
    }

    /** Rows of the asked year; of the newest one when 0 is asked. */
    private static Dataset<Row> ofYear(Dataset<Row> rows, long year) {
        if (year != 0) {
            return rows.where(col(MILLESIME).equalTo(year));
        }
        Dataset<Row> newest = rows.agg(max(MILLESIME).as("_newest"));
        Column ofNewest = col(MILLESIME).equalTo(col("_newest"));
        return rows.join(newest, ofNewest, "left_semi");
    }

    private static IndexCommunes index(Tables tables) {
        Dataset<Row> indexes = tables.read(Silver.INDEX_CONTOUR)
                .where(col(NIVEAU).equalTo("commune"))
                .select(SRID, MILLESIME, OCTETS);
        return new IndexCommunes(tables.list(indexes, MOST_INDEXES).stream()
                .map(row -> new IndexCommunes.Contours(
                        (int) row.getLong(0), (int) row.getLong(1), PointIndex.fromBytes(row.getAs(2))))
                .sorted(Comparator.comparing(IndexCommunes.Contours::millesime)
                        .reversed()
                        .thenComparing(IndexCommunes.Contours::srid))
                .toList());
    }
}
