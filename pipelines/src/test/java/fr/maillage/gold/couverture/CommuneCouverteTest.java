package fr.maillage.gold.couverture;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class CommuneCouverteTest {

    @Test
    void tellsWhichCooperationCoversWhichCommuneInWhichSense(SparkSession spark) {
        TestTables tables =
                Exemple.avec(spark, Exemple.tables(spark), new EtablissementEnCooperation(), new CommuneCouverte());

        assertThat(tables.read(Gold.COMMUNE_COUVERTE)).hasRows("""
                code_commune | code_cooperation | sens_couverture     | part_lien | forme_juridique | categories_cooperation | publics_couverts
                01001        | coop:c1          | commune_avec_membre | 1.0       | gcsms           | parcours               | personnes_agees
                01001        | coop:c3          | commune_avec_membre | 1.0       | gie             |                        | adultes_handicapes
                01002        | coop:c3          | commune_avec_membre | 1.0       | gie             |                        | personnes_agees
                01001        | coop:c1          | aire_declaree       | 1.0       | gcsms           | parcours               | personnes_agees
                01002        | coop:c1          | aire_declaree       | 1.0       | gcsms           | parcours               | personnes_agees
                01003        | coop:c1          | aire_declaree       | 1.0       | gcsms           | parcours               | personnes_agees
                01002        | coop:c3          | zone_autorisee      | 1.0       | gie             |                        | adultes_handicapes, personnes_agees
                01003        | coop:c3          | zone_autorisee      | 1.0       | gie             |                        | adultes_handicapes, personnes_agees
                """);
    }

    @Test
    void takesThePublicsThatAreToldBeforeThoseOfTheMembers(SparkSession spark) {
        TestTables tables = Exemple.tables(spark)
                .with(Gold.ETABLISSEMENT_EN_COOPERATION, """
                        numero_finess_et | code_commune | public_categorie | cooperations_vivantes | date_observation
                        010000101        | 01001        | personnes_agees  | coop:c1               | 2024-06-30
                        """)
                .with(Silver.LIEN_TERRITOIRE, """
                        code_acteur | role_lien | niveau  | code_territoire | millesime | part_lien | origine_lien
                        coop:c1     | couvre    | commune | 01003           | 2024      | 0.5       | declare
                        """)
                .with(Silver.FAIT_COOPERATION, """
                        code_fait | code_cooperation | rubrique | code_valeur           | date_debut | date_fin
                        f1        | coop:c1          | public   | personnes_handicapees |            |
                        f2        | coop:c1          | public   | aidants               |            | 2020-12-31
                        """);

        assertThat(new CommuneCouverte().build(tables)).hasRows("""
                code_commune | sens_couverture     | part_lien | publics_couverts
                01001        | commune_avec_membre | 1.0       | personnes_agees
                01003        | aire_declaree       | 0.5       | adultes_handicapes, enfance_handicapee, personnes_handicapees
                """);
    }
}
