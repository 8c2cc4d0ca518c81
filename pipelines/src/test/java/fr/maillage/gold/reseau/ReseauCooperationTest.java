package fr.maillage.gold.reseau;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TextTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ReseauCooperationTest {

    @Test
    void saysWhoseLeavingWouldEndACooperationOrLeaveATerritory(SparkSession spark) {
        Dataset<Row> liens = TextTable.table(spark, Silver.LIEN_COOPERATION, """
                code_noeud | code_noeud_autre | type_lien  | date_debut | date_fin
                siren:a    | coop:sagess      | membre     | 2009-06-01 |
                siren:a    | coop:sagess      | membre     | 2009-06-01 |
                siren:b    | coop:sagess      | membre     | 2009-06-01 | 2011-06-30
                siren:c    | coop:sagess      | membre     |            |
                siren:a    | siren:c          | relais     | 2011-01-01 |
                siren:d    | coop:sans_lieu   | membre     | 2009-06-01 |
                """);
        Dataset<Row> acteurs = TextTable.table(spark, Gold.RESEAU_ACTEUR, """
                code_noeud     | est_cooperation | date_observation | nb_membres_cooperation | nb_paires_membres_liees
                coop:sagess    | true            | 2011-01-01       | 3                      | 1
                coop:sagess    | true            | 2012-01-01       | 2                      | 1
                coop:sans_lieu | true            | 2012-01-01       | 1                      | 0
                coop:utilisee  | true            | 2012-01-01       | 0                      | 0
                siren:a        | false           | 2012-01-01       |                        |
                """);
        Dataset<Row> presences = TextTable.table(spark, Gold.PRESENCE_ACTEUR, """
                code_noeud | code_territoire | date_debut | date_fin
                siren:a    | 03              |            |
                siren:a    | 03              | 2010-01-01 |
                siren:a    | 63              |            |
                siren:a    | 23              |            | 2010-12-31
                siren:b    | 03              |            |
                siren:b    | 15              |            |
                siren:c    | 03              |            |
                """);

        assertThat(ReseauCooperation.apply(acteurs, liens, presences)).hasRows("""
                code_cooperation | date_observation | nb_membres_cooperation | densite_membres    | membres_indispensables | nb_territoires_membres | nb_territoires_membre_unique | membres_seuls
                coop:sagess      | 2011-01-01       | 3                      | 0.3333333333333333 |                        | 3                      | 2                            | siren:a, siren:b
                coop:sagess      | 2012-01-01       | 2                      | 1.0                | siren:a, siren:c       | 2                      | 1                            | siren:a
                coop:sans_lieu   | 2012-01-01       | 1                      |                    |                        |                        |                              |
                """);
    }
}
