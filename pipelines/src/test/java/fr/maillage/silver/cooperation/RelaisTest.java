package fr.maillage.silver.cooperation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class RelaisTest {

    @Test
    void tellsGiverFromReceiverByTheDirection(SparkSession spark) {
        assertThat(relais(spark, """
                membre           | sens  | avec             | mois_texte | service | transmis | acceptes | services | evalues
                finess:010000024 | donné | finess:010000032 | 2024-01    | autre   | 5        | 4        | 3        |
                finess:010000032 | recu  | finess:010000024 | 2024-01    | autre   | 6        |          |          | 1
                """)).hasRows("""
                code_acteur_donneur | code_acteur_receveur | declarant | nb_relais | nb_relais_acceptes | nb_relais_evalues | _regles
                finess:010000024    | finess:010000032     | donneur   | 5         | 4                  |                   |
                finess:010000024    | finess:010000032     | receveur  | 6         |                    | 1                 |
                """);
    }

    @Test
    void namesEveryRuleALineBreaks(SparkSession spark) {
        assertThat(relais(spark, """
                membre           | sens   | avec             | mois_texte | service | transmis | acceptes | _ligne
                finess:010000024 | donne  | finess:010000032 | 2024-01    | autre   | 5        | 6        | 2
                finess:010000024 | donne  | finess:010000024 | 2024-01    | autre   | 5        |          | 3
                finess:010000024 | oui    | finess:010000032 | 2024-01    | autre   | 5        |          | 4
                finess:010000024 | donne  | le voisin        | janvier    | magie   | -5       | cinq     | 5
                finess:010000024 | donne  | finess:010000040 | 2024-01    | autre   | 1        |          | 6
                finess:010000024 | donne  | finess:010000040 | 2024-01    | autre   | 2        |          | 7
                """)).hasRows("""
                _ligne | _regles
                2      | issue_incoherente
                3      | relais_vers_soi
                4      | sens_inconnu
                5      | acteur_illisible, mois_illisible, service_inconnu, nombre_illisible, nombre_negatif
                6      |
                7      | ligne_en_double
                """);
    }

    @Test
    void replacesTheMonthOfTheReporterAloneByItsLaterUpload(SparkSession spark) {
        assertThat(relais(spark, """
                membre           | sens  | avec             | mois_texte | service   | transmis | _rang
                finess:010000024 | donne | finess:010000032 | 2024-01    | autre     | 5        | 1
                finess:010000024 | donne | finess:010000032 | 2024-01    | formation | 5        | 1
                finess:010000032 | recu  | finess:010000024 | 2024-01    | autre     | 4        | 1
                finess:010000024 | donne | finess:010000032 | 2024-01    | autre     | 3        | 2
                """)).hasRows("""
                declarant | service | nb_relais
                donneur   | autre   | 3
                receveur  | autre   | 4
                """);
    }

    private static Dataset<Row> relais(SparkSession spark, String declarations) {
        return new Relais().build(new TestTables(spark).with(Bronze.DECLARATION_RELAIS, declarations));
    }
}
