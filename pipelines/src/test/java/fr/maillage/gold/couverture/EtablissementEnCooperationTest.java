package fr.maillage.gold.couverture;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EtablissementEnCooperationTest {

    @Test
    void livesByDatesAndMaturity(SparkSession spark) {
        TestTables tables = Exemple.avec(spark, Exemple.tables(spark), new EtablissementEnCooperation());

        assertThat(tables.read(Gold.ETABLISSEMENT_EN_COOPERATION)).hasRows("""
                numero_finess_et | code_commune | millesime | public_categorie   | nb_places_installees | cooperations_vivantes
                010000101        | 01001        | 2024      | personnes_agees    | 80                   | coop:c1
                010000102        | 01002        | 2024      | personnes_agees    | 50                   | coop:c3
                010000103        | 01001        | 2024      | adultes_handicapes | 20                   | coop:c3
                020000104        | 02001        | 2024      | personnes_agees    |                      |
                020000105        |              |           | personnes_agees    | 10                   |
                """);
    }

    @Test
    void countsAFoundCooperationThatIsDeclaredTooAsTheDeclaredOne(SparkSession spark) {
        TestTables tables = Exemple.tables(spark)
                .with(Silver.COOPERATION, """
                        code_cooperation      | forme_juridique | date_debut | origine   | numero_finess
                        coop:c1               | gcsms           | 2019-01-01 | declaree  |
                        coop:finess:010000999 | gcsms           | 2019-01-01 | detectee  | 010000999
                        """)
                .with(Silver.COOPERATION_RAPPROCHEMENT, """
                        code_cooperation_declaree | code_cooperation_detectee | est_la_meme
                        coop:c1                   | coop:finess:010000999     | true
                        """)
                .with(Silver.COOPERATION_MEMBRE, """
                        code_cooperation      | code_acteur      | numero_finess_et | numero_finess_ej | resolution    | connu_du
                        coop:c1               | finess:010000101 | 010000101        | 010000010        | etablissement | 2024-06-30
                        coop:finess:010000999 | finess:010000101 | 010000101        | 010000010        | etablissement | 2024-06-30
                        coop:finess:010000999 | finess:010000102 | 010000102        | 010000020        | etablissement | 2024-06-30
                        """);

        assertThat(new EtablissementEnCooperation().build(tables).where("numero_finess_ej < '010000030'"))
                .hasRows("""
                numero_finess_et | cooperations_vivantes
                010000101        | coop:c1
                010000102        | coop:c1
                """);
    }
}
