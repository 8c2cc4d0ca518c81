package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.finess.Textes.illisible;
import static fr.maillage.silver.finess.Textes.jour;
import static fr.maillage.silver.finess.Textes.ligne;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.Technical;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Establishments of the FHIR files: an Organization with the position of its Location. */
public final class EtablissementsFhir {

    private static final Column WGS84 = lit(4326L);

    public static final Systeme SYSTEME = new Systeme(Systeme.FHIR, values().keySet());

    private EtablissementsFhir() {}

    /** One row per Organization, in the columns of {@link Description}. */
    public static Dataset<Row> rows(Dataset<Row> ressources) {
        Dataset<Row> organizations =
                Textes.nettoyees(ressources.where(col(RESOURCETYPE).equalTo("Organization")), Bronze.FINESS_FHIR);
        Dataset<Row> joined = organizations.join(
                positions(ressources),
                col(ID).equalTo(col("organization"))
                        .and(col(Technical.MILLESIME).equalTo(col("release"))),
                "left");
        return joined.select(Description.columns(Silver.ETABLISSEMENT_VERSION, values()));
    }

    private static Dataset<Row> positions(Dataset<Row> ressources) {
        return ressources
                .where(col(RESOURCETYPE).equalTo("Location"))
                .where(col(POSITION_LONGITUDE)
                        .isNotNull()
                        .and(col(POSITION_LATITUDE).isNotNull()))
                .groupBy(
                        substring_index(col(MANAGINGORGANIZATION), "/", -1).as("organization"),
                        col(Technical.MILLESIME).as("release"))
                .agg(min_by(
                                struct(
                                        col(POSITION_LONGITUDE).as("x"),
                                        col(POSITION_LATITUDE).as("y")),
                                struct(col(Technical.FICHIER), col(Technical.LIGNE)))
                        .as("position"));
    }

    private static Map<String, Column> values() {
        return Map.ofEntries(
                Map.entry(Description.SYSTEME, lit(Systeme.FHIR)),
                Map.entry(NUMERO_FINESS_ET, coalesce(col(FINESS), substring_index(col(ID), "-", -1))),
                Map.entry(NUMERO_FINESS_EJ, substring_index(col(ID), "-", 1)),
                Map.entry(NOM, col(NAME)),
                Map.entry(CODE_CATEGORIE, col(CAT_ETAB)),
                Map.entry(SIRET, col(SIRET)),
                Map.entry(CODE_APE, col(NAF)),
                Map.entry(CODE_SPH, col(SPH)),
                Map.entry(DATE_OUVERTURE, jour(PERIOD_START)),
                Map.entry(DATE_FERMETURE, jour(PERIOD_END)),
                Map.entry(ADRESSE, regexp_replace(ligne(LINE), "\\s*\\n\\s*", " ")),
                Map.entry(CODE_POSTAL, col(POSTALCODE)),
                Map.entry(VILLE, col(CITY)),
                Map.entry(X_PUBLIE, col("position.x")),
                Map.entry(Y_PUBLIE, col("position.y")),
                Map.entry(SRID_PUBLIE, when(col("position").isNotNull(), WGS84)),
                Map.entry(TELEPHONE, col(PHONE)),
                Map.entry(DATE_MAJ, jour(LASTUPDATED)),
                Map.entry(
                        Description.DATE_ILLISIBLE,
                        illisible(PERIOD_START).or(illisible(PERIOD_END)).or(illisible(LASTUPDATED))));
    }
}
