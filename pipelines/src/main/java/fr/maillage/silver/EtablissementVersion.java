package fr.maillage.silver;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Description;
import fr.maillage.silver.finess.EntitesNommees;
import fr.maillage.silver.finess.EtablissementsEtalab;
import fr.maillage.silver.finess.EtablissementsFhir;
import fr.maillage.silver.finess.EtablissementsHistoriques;
import fr.maillage.silver.finess.EtablissementsXml;
import fr.maillage.silver.finess.Histoire;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every state an establishment is known to have had, from the FINESS files of all releases.
 *
 * <p>A file without positions takes none back: the last one published stays. Of two files of one release, the FHIR
 * one tells least, one with positions more than one without, and the XML flow more than the others.
 */
public final class EtablissementVersion implements Transformation {

    @Override
    public TableContract target() {
        return Silver.ETABLISSEMENT_VERSION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> fhir = EtablissementsFhir.rows(tables.read(Bronze.FINESS_FHIR));
        Dataset<Row> etalab = EtablissementsEtalab.rows(
                tables.read(Bronze.FINESS_STRUCTUREET), tables.read(Bronze.FINESS_GEOLOCALISATION));
        Dataset<Row> xml = EtablissementsXml.rows(
                tables.read(Bronze.FINESS_STRUCTUREET), tables.read(Bronze.FINESS_GEOLOCALISATION));
        Dataset<Row> historiques = EtablissementsHistoriques.rows(tables.read(Bronze.FINESS_HISTORIQUE));
        return apply(fhir.unionByName(etalab).unionByName(xml).unionByName(historiques), tables.read(Silver.CATEGORIE));
    }

    static Dataset<Row> apply(Dataset<Row> lines, Dataset<Row> categories) {
        Column sound = col(NUMERO_FINESS_ET)
                .rlike(EntitesNommees.NUMERO)
                .and(col(NUMERO_FINESS_EJ).rlike(EntitesNommees.NUMERO))
                .and(col(CODE_CATEGORIE).isNotNull());
        Dataset<Row> releases = Histoire.releases(
                lines,
                NUMERO_FINESS_ET,
                sound,
                col(Technical.SOURCE).equalTo("finess-fhir"),
                col(X_PUBLIE).isNull(),
                not(col(Technical.SOURCE).startsWith("finess-cs")));

        return Histoire.versions(
                        Histoire.lastPosition(releases, NUMERO_FINESS_ET),
                        Silver.ETABLISSEMENT_VERSION,
                        NUMERO_FINESS_ET)
                .join(broadcast(codes(categories)), CODE_CATEGORIE, "left")
                .crossJoin(broadcast(categories.agg(count(lit(1)).gt(0).as("_nomenclature"))))
                .withColumn(
                        Technical.REGLES,
                        regles(
                                broken("numero_en_double", col(Histoire.EN_DOUBLE)),
                                broken("date_illisible", col(Description.DATE_ILLISIBLE)),
                                broken(
                                        "categorie_inconnue",
                                        col("_nomenclature").and(col("_connue").isNull()))))
                .select(Histoire.columns(Silver.ETABLISSEMENT_VERSION));
    }

    private static Dataset<Row> codes(Dataset<Row> categories) {
        return categories.select(col(CODE_CATEGORIE), lit(true).as("_connue"));
    }
}
