package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The levels at which categories of establishments are counted: all together, three levels of groups, the category. */
public final class Regroupements {

    /** Level and code of all categories together. */
    public static final String ENSEMBLE = "ensemble";

    public static final String ENS = "ENS";

    private Regroupements() {}

    /** Level and code, one per level that is known, of a row with a category and its groups. */
    public static Column of() {
        Column all = array(
                regroupement(ENSEMBLE, lit(ENS)),
                regroupement("agregat_1", col(CODE_AGREGAT_1)),
                regroupement("agregat_2", col(CODE_AGREGAT_2)),
                regroupement("agregat_3", col(CODE_AGREGAT_3)),
                regroupement("categorie", col(CODE_CATEGORIE)));
        return filter(
                all, regroupement -> regroupement.getField(CODE_REGROUPEMENT).isNotNull());
    }

    /** Level, code and label of every group and category. */
    public static Dataset<Row> libelles(Dataset<Row> categories) {
        return named(categories, ENSEMBLE, lit(ENS), lit("Ensemble"))
                .union(named(categories, "agregat_1", col(CODE_AGREGAT_1), col(LIBELLE_AGREGAT_1)))
                .union(named(categories, "agregat_2", col(CODE_AGREGAT_2), col(LIBELLE_AGREGAT_2)))
                .union(named(categories, "agregat_3", col(CODE_AGREGAT_3), col(LIBELLE_AGREGAT_3)))
                .union(named(categories, "categorie", col(CODE_CATEGORIE), col(LIBELLE)))
                .groupBy(NIVEAU_CATEGORIE, CODE_REGROUPEMENT)
                .agg(max(LIBELLE_REGROUPEMENT).as(LIBELLE_REGROUPEMENT));
    }

    private static Dataset<Row> named(Dataset<Row> categories, String niveau, Column code, Column libelle) {
        return categories.select(
                lit(niveau).as(NIVEAU_CATEGORIE), code.as(CODE_REGROUPEMENT), libelle.as(LIBELLE_REGROUPEMENT));
    }

    private static Column regroupement(String niveau, Column code) {
        return struct(lit(niveau).as(NIVEAU_CATEGORIE), code.as(CODE_REGROUPEMENT));
    }
}
