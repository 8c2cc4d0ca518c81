package fr.maillage.silver.plus;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Organic and conventional groupings. */
public final class Groupement implements Transformation {

    @Override
    public TableContract target() {
        return Silver.GROUPEMENT;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.FINESS_PLUS_STRUCTURE), Documents.jusquau(tables));
    }

    static Dataset<Row> apply(Dataset<Row> structures, LocalDate jusquau) {
        Dataset<Row> rows = organiques(structures, jusquau).unionByName(conventionnels(structures, jusquau));
        return Documents.table(rows, Silver.GROUPEMENT, broken("date_illisible", sansDate(col("_maj"))));
    }

    /** Named by the legal entity that heads it, where a document describes that. */
    private static Dataset<Row> organiques(Dataset<Row> structures, LocalDate jusquau) {
        Dataset<Row> tetes = Documents.entites(structures, jusquau)
                .select(
                        col(Documents.PM_ID),
                        col(NUMERO_FINESS_EJ),
                        texte(PMEJ, INFORMATIONSGENERALESPMEJ, DENOMINATIONPM).as(NOM),
                        texte(PMEJ, ETATOBJET).as(ETAT_OBJET),
                        champ(PMEJ, DATEDERNIEREMAJ).as("_maj"))
                .dropDuplicates(Documents.PM_ID);
        return gco(structures, jusquau)
                .join(tetes, Documents.PM_ID, "left")
                .select(columns(
                        lit("organique"), texte(GCO, TYPEGCO), lit(null).cast("string"), col(NUMERO_FINESS_EJ)));
    }

    private static Dataset<Row> conventionnels(Dataset<Row> structures, LocalDate jusquau) {
        Column externe = coalesce(texte(GCC, NUMFINESSGCC), texte(GCC, GCCIDENTIFIANTEXTERNE));
        return gcc(structures, jusquau)
                .withColumn(NOM, texte(GCC, NOMGCC))
                .withColumn(ETAT_OBJET, texte(GCC, ETATOBJET))
                .withColumn("_maj", champ(GCC, DATEDERNIEREMAJ))
                .select(columns(
                        lit("conventionnel"),
                        texte(GCC, TYPEGCC),
                        externe,
                        lit(null).cast("string")));
    }

    static Dataset<Row> gco(Dataset<Row> structures, LocalDate jusquau) {
        return Documents.section(structures, "gco", champ(GCO, PMSMSSEID), jusquau)
                .withColumn(Documents.PM_ID, texte(GCO, PMSMSSEID))
                .withColumn(IDENTIFIANT_GROUPEMENT, concat(lit("GCO-"), col(Documents.PM_ID)));
    }

    static Dataset<Row> gcc(Dataset<Row> structures, LocalDate jusquau) {
        return Documents.section(structures, "gcc", champ(GCC, GCCID), jusquau)
                .withColumn(IDENTIFIANT_GROUPEMENT, concat(lit("GCC-"), texte(GCC, GCCID)));
    }

    private static Column[] columns(Column nature, Column type, Column externe, Column entite) {
        return new Column[] {
            col(IDENTIFIANT_GROUPEMENT),
            nature.as(NATURE_GROUPEMENT),
            type.as(CODE_TYPE_GROUPEMENT),
            col(NOM),
            entite.as(NUMERO_FINESS_EJ),
            externe.as(IDENTIFIANT_EXTERNE),
            col(ETAT_OBJET),
            jour(col("_maj")).as(DATE_MAJ),
            col("_maj"),
            col(SOURCE),
            col(CONNU_DU),
            col(Technical.FICHIER),
            col(Technical.LIGNE)
        };
    }
}
