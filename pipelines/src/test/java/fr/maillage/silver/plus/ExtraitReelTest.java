package fr.maillage.silver.plus;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.testing.RealData;
import fr.maillage.testing.RealTables;
import fr.maillage.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counts of the real extract of 30 legal entities, in every table made of it. */
@SparkTest
class ExtraitReelTest {

    @TempDir
    private Path folder;

    private RealTables tables;

    @Test
    void countsWhatTheDocumentsHold(SparkSession spark) throws IOException {
        tables = new RealTables(spark, folder).with(RealData.path("finess/finess-plus-202607"));

        assertThat(rows(Silver.ENTITE_JURIDIQUE_VERSION)).isEqualTo(30);
        assertThat(rows(Silver.ETABLISSEMENT_VERSION)).isEqualTo(1_753);
        assertThat(rows(Silver.ADRESSE)).isEqualTo(2_030);
        assertThat(rows(Silver.ADRESSE, "srid_publie = 4326")).isEqualTo(1_165);
        // The same address of an entity and of its establishment has its two pairs the other way round.
        assertThat(rows(Silver.ADRESSE, "srid_publie IS NULL AND x_publie IS NOT NULL"))
                .isEqualTo(2);
        assertThat(rows(Silver.ETABLISSEMENT_VERSION, "numero_finess_principal IS NOT NULL"))
                .isEqualTo(240);
        assertThat(rows(Silver.RELATION_ETABLISSEMENT, "nb_declarations = 2")).isEqualTo(240);
        assertThat(rows(Silver.GROUPEMENT)).isEqualTo(4);
        assertThat(rows(Silver.GROUPEMENT_MEMBRE, "numero_finess IS NOT NULL")).isEqualTo(9);
        assertThat(rows(Silver.BUDGET_ETABLISSEMENT)).isEqualTo(1_753);
        assertThat(rows(Silver.EVENEMENT)).isEqualTo(21_580);
        assertThat(rows(Silver.EVENEMENT, "est_etat_repete")).isEqualTo(20_668);
        assertThat(rows(Silver.CAPACITE)).isEqualTo(6_829);
        assertThat(rows(Silver.ZONE_INTERVENTION)).isEqualTo(128);
        assertThat(rows(Silver.ZONE_INTERVENTION_COMMUNE)).isEqualTo(7_352);
        assertThat(rows(Silver.ACTIVITE_FINESS, "niveau_activite = 'autorisee'"))
                .isEqualTo(3_660);
        assertThat(rows(Silver.ACTIVITE_FINESS, "niveau_activite = 'exercee' AND statut_activite = '1'"))
                .isEqualTo(1_454);
        assertThat(sum("nb_places_autorisees_total")).isEqualTo(50_236);
        assertThat(sum("nb_places_installees_total")).isEqualTo(60_818);
        assertThat(rows(Silver.EQUIPEMENT_SOCIAL_VERSION)).isEqualTo(1_709);
        assertThat(rows(Silver.DERIVE_SCHEMA)).isZero();
    }

    @Test
    void datesVersionsByTheEventsThatExplainThem(SparkSession spark) throws IOException {
        tables = new RealTables(spark, folder)
                .with(RealData.path("finess/finess-plus-202607"))
                .with(RealData.path("finess/fhir-20210108/etab0-10000.tar.gz"));
        String known = "connu_au = '9999-12-31' AND code_evenement = ";

        assertThat(rows(Silver.ETABLISSEMENT_VERSION, known + "'003' AND valide_du = date_ouverture"))
                .isEqualTo(14);
        assertThat(rows(Silver.ETABLISSEMENT_VERSION, known + "'005' AND valide_du = date_fermeture"))
                .isEqualTo(5);
        assertThat(rows(Silver.ETABLISSEMENT_VERSION, "connu_au = '9999-12-31' AND code_evenement IS NOT NULL"))
                .isEqualTo(19);
        assertThat(rows(Silver.ENTITE_JURIDIQUE_VERSION, known + "'001' AND valide_du = date_creation"))
                .isEqualTo(1);
        assertThat(rows(Silver.EVENEMENT, "code_evenement = '008'"))
                .as("in no published version of R376, and kept")
                .isEqualTo(366);
    }

    private long rows(TableContract table) {
        return tables.read(table).count();
    }

    private long rows(TableContract table, String condition) {
        return tables.read(table).where(condition).count();
    }

    private long sum(String column) {
        Row row = tables.read(Silver.ACTIVITE_FINESS)
                .where("niveau_activite = 'exercee'")
                .agg(functions.sum(column))
                .head();
        return row.getLong(0);
    }
}
