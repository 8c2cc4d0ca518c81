package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static fr.maillage.testing.TextTable.table;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class RelaisParLienTest {

    @Test
    void countsOnceARelayToldByBothEnds(SparkSession spark) {
        assertThat(relais(spark, """
                code_acteur_donneur | code_acteur_receveur | mois       | service | declarant | nb_relais | nb_relais_acceptes | nb_relais_service | nb_relais_evalues
                finess:010000024    | finess:010000032     | 2024-01-01 | autre   | donneur   | 5         | 3                  |                   | 1
                finess:010000024    | finess:010000032     | 2024-01-01 | autre   | receveur  | 4         | 4                  |                   |
                finess:010000024    | finess:010000032     | 2024-02-01 | autre   | donneur   | 2         |                    |                   |
                """)).hasRows("""
                code_acteur_donneur | trimestre  | nb_relais | nb_relais_acceptes | nb_relais_service | nb_relais_evalues | nb_relais_declares_deux_fois
                finess:010000024    | 2024-01-01 | 7         | 4                  |                   | 1                 | 1
                """);
    }

    @Test
    void addsUpServicesAndSeparatesQuartersAndDirections(SparkSession spark) {
        assertThat(relais(spark, """
                code_acteur_donneur | code_acteur_receveur | mois       | service   | declarant | nb_relais
                finess:010000024    | finess:010000032     | 2024-03-01 | autre     | donneur   | 1
                finess:010000024    | finess:010000032     | 2024-03-01 | formation | donneur   | 2
                finess:010000024    | finess:010000032     | 2024-04-01 | autre     | donneur   | 4
                finess:010000032    | finess:010000024     | 2024-03-01 | autre     | donneur   | 8
                """)).hasRows("""
                code_acteur_donneur | trimestre  | nb_relais | nb_relais_declares_deux_fois
                finess:010000024    | 2024-01-01 | 3         | 0
                finess:010000024    | 2024-04-01 | 4         | 0
                finess:010000032    | 2024-01-01 | 8         | 0
                """);
    }

    @Test
    void knowsThatASiretAndAFinessNumberAreOneMember(SparkSession spark) {
        assertThat(relais(spark, """
                code_acteur_donneur | code_acteur_receveur | mois       | service | declarant | nb_relais
                finess:010000032    | siret:26010004500012 | 2024-01-01 | autre   | donneur   | 5
                finess:010000032    | finess:010000024     | 2024-01-01 | autre   | receveur  | 5
                """)).hasRows("""
                code_acteur_donneur | code_acteur_receveur | nb_relais | nb_relais_declares_deux_fois
                finess:010000032    | finess:010000024     | 5         | 1
                """);
    }

    private static Dataset<Row> relais(SparkSession spark, String relais) {
        return RelaisParLien.apply(table(spark, Silver.RELAIS, relais), table(spark, Silver.COOPERATION_MEMBRE, """
                code_acteur          | numero_finess_et | numero_finess_ej
                finess:010000024     | 010000024        | 010780054
                siret:26010004500012 | 010000024        | 010780054
                """));
    }
}
