package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.finess.Textes.jour;
import static fr.maillage.silver.finess.Textes.sansDate;
import static fr.maillage.silver.finess.Textes.texte;
import static org.apache.spark.sql.functions.*;

import fr.maillage.warehouse.Technical;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What FINESS nomenclatures have in common: validity dates and three levels of groups. */
public final class Nomenclatures {

    private Nomenclatures() {}

    /** Which line of its code a line is: 1 for the one that ends last. */
    public static final String RANG = "_rang_du_code";

    /**
     * The codes of the newest file alone: a code that it no longer has is no longer in the nomenclature.
     *
     * <p>Of a code that stands there twice, the line that ends last is kept.
     */
    public static Dataset<Row> newest(Dataset<Row> codes) {
        return ranked(codes.withColumn(NOMENCLATURE, lit(""))).where(col(RANG).equalTo(1));
    }

    /** The lines of the newest file of each nomenclature, the lines of one code ranked. */
    public static Dataset<Row> ranked(Dataset<Row> codes) {
        Column file = struct(col(Technical.MILLESIME), col(Technical.RANG), col(Technical.FICHIER));
        Dataset<Row> newest = codes.groupBy(NOMENCLATURE).agg(max(file).as("newest"));
        Column end = coalesce(jour(DATEFIN), lit("9999-12-31").cast("date"));

        return codes.join(broadcast(newest), NOMENCLATURE)
                .where(file.equalTo(col("newest")))
                .withColumn(
                        RANG,
                        row_number()
                                .over(Window.partitionBy(NOMENCLATURE, CODE).orderBy(end.desc(), col(Technical.LIGNE))))
                .withColumn(Description.DATE_ILLISIBLE, sansDate(DATEDEB, DATEFIN));
    }

    /** The columns of silver that all nomenclatures have, and those that only this one has. */
    public static Column[] columns(String code, String... others) {
        List<Column> columns = new ArrayList<>(List.of(
                texte(CODE).as(code),
                texte(LIBELLE).as(LIBELLE),
                texte(LIBELLECOURT).as(LIBELLE_COURT),
                jour(DATEDEB).as(DATE_DEBUT),
                jour(DATEFIN).as(DATE_FIN),
                texte(CODEAGR3).as(CODE_AGREGAT_3),
                texte(LIBELLEAGR3).as(LIBELLE_AGREGAT_3),
                texte(CODEAGR2).as(CODE_AGREGAT_2),
                texte(LIBELLEAGR2).as(LIBELLE_AGREGAT_2),
                texte(CODEAGR1).as(CODE_AGREGAT_1),
                texte(LIBELLEAGR1).as(LIBELLE_AGREGAT_1),
                col(Technical.FICHIER),
                col(Technical.LIGNE)));
        for (String other : others) {
            columns.add(texte(other).as(other));
        }
        return columns.toArray(Column[]::new);
    }
}
