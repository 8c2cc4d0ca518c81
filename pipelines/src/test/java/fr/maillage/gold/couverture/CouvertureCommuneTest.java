package fr.maillage.gold.couverture;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class CouvertureCommuneTest {

    @Test
    void tellsWhatCoversACommuneWhatOverlapsAndWhatIsWhite(SparkSession spark) {
        TestTables tables = Exemple.couverture(spark);

        assertThat(tables.read(Gold.COUVERTURE_COMMUNE)
                        .where("public_concerne in ('tous', 'personnes_agees') and code_commune <> '01003'"))
                .hasRows("""
                code_commune | public_concerne | nb_etablissements | nb_etablissements_en_cooperation | nb_places_installees | nb_places_en_cooperation | nb_cooperations_avec_membre | nb_cooperations_declarees | nb_cooperations_autorisees | nb_cooperations_couvrantes | population_age_concerne | est_zone_blanche | est_recouvrement
                01001        | tous            | 2                 | 2                                | 100                  | 100                      | 2                           | 1                         | 0                          | 2                          | 1000                    | false            | true
                01002        | tous            | 1                 | 1                                | 50                   | 50                       | 1                           | 1                         | 1                          | 2                          | 500                     | false            | true
                02001        | tous            | 1                 | 0                                |                      |                          | 0                           | 0                         | 0                          | 0                          | 400                     | true             | false
                01001        | personnes_agees | 1                 | 1                                | 80                   | 80                       | 1                           | 1                         | 0                          | 1                          | 100                     | false            | false
                01002        | personnes_agees | 1                 | 1                                | 50                   | 50                       | 1                           | 1                         | 1                          | 2                          | 50                      | false            | true
                02001        | personnes_agees | 1                 | 0                                |                      |                          | 0                           | 0                         | 0                          | 0                          | 40                      | true             | false
                """);
    }

    @Test
    void keepsUnknownWhatIsNotLoaded(SparkSession spark) {
        TestTables tables = Exemple.avec(
                spark,
                Exemple.tables(spark)
                        .with(Silver.COOPERATION_MEMBRE, "code_cooperation")
                        .with(Silver.LIEN_TERRITOIRE, "code_acteur"),
                new EtablissementEnCooperation(),
                new CommuneCouverte(),
                new CouvertureCommune());

        assertThat(tables.read(Gold.COUVERTURE_COMMUNE).where("code_commune = '01001' and public_concerne = 'tous'"))
                .hasRows("""
                nb_etablissements | nb_etablissements_en_cooperation | nb_places_en_cooperation | nb_cooperations_avec_membre | nb_cooperations_declarees | nb_cooperations_autorisees | nb_cooperations_couvrantes | est_zone_blanche | est_recouvrement
                2                 |                                  |                          |                             |                           |                            |                            |                  |
                """);
    }
}
