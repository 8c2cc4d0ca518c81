package fr.maillage.silver.sae;

import static fr.maillage.schemas.Columns.AN;
import static fr.maillage.schemas.Columns.ANNEE;
import static fr.maillage.schemas.Columns.FI;
import static fr.maillage.schemas.Columns.NUMERO_FINESS_ET;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import fr.maillage.warehouse.Technical;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Lines of a questionnaire of the survey SAE: their key, and their cells as values. */
final class Bordereau {

    private Bordereau() {}

    /** The chosen columns by site and year; of several lines of a site, the first of the file loaded last. */
    static Dataset<Row> parSite(Dataset<Row> lignes, Column... columns) {
        Column rang = row_number()
                .over(Window.partitionBy(FI, AN)
                        .orderBy(
                                col(Technical.RANG).desc(),
                                col(Technical.FICHIER).desc(),
                                col(Technical.LIGNE)));
        return lignes.where(texte(FI).isNotNull())
                .withColumn("_rang_site", rang)
                .where(col("_rang_site").equalTo(1))
                .select(Stream.concat(Stream.of(texte(FI).as(NUMERO_FINESS_ET), annee()), Arrays.stream(columns))
                        .toArray(Column[]::new));
    }

    static Column texte(String column) {
        return nullif(trim(col(column)), lit(""));
    }

    static Column entier(String column) {
        return texte(column).try_cast("bigint");
    }

    /** Decimals are told by a point in some years and by a comma in others. */
    static Column nombre(String column) {
        return replace(texte(column), lit(","), lit(".")).try_cast("double");
    }

    /** 1 is yes and 0 is no; anything else is not an answer. */
    static Column ouiNon(String column) {
        return when(texte(column).isin("0", "1"), texte(column).equalTo("1"));
    }

    private static Column annee() {
        return entier(AN).as(ANNEE);
    }
}
