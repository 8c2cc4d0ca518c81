package fr.maillage.silver.cooperation;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static fr.maillage.testing.TextTable.table;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ActiviteTest {

    @Test
    void readsALineAsASpreadsheetSavesIt(SparkSession spark) {
        assertThat(activite(spark, """
                membre    | mois_texte | service       | commune | heures  | personnes | etp
                010000024 | 01/02/2024 | Aide domicile | 1053    | 1 120,5 | 14        |
                """)).hasRows("""
                code_acteur      | mois       | service       | code_commune | nb_heures | nb_personnes | nb_etp | _regles
                finess:010000024 | 2024-02-01 | aide_domicile | 01053        | 1120.5    | 14           |        |
                """);
    }

    @Test
    void namesEveryRuleALineBreaks(SparkSession spark) {
        assertThat(activite(spark, """
                membre           | mois_texte | service   | commune | heures | personnes | _ligne
                finess:010000024 | 2024-01    | autre     | 01053   | -3     | 14        | 2
                finess:010000024 | 2024-01    | magie     | 01053   | 3      |           | 3
                finess:010000024 | 2024-13    | autre     | 01053   | 3      |           | 4
                finess:010000024 | 2024-01    | autre     | 99999   | trois  |           | 5
                la mairie        | 2024-01    | autre     | 01053   | 3      |           | 6
                finess:010000024 | 2024-01    | formation | 01053   |        | 1,5       | 7
                """)).hasRows("""
                _ligne | _regles
                2      | nombre_negatif
                3      | service_inconnu
                4      | mois_illisible
                5      | commune_hors_cog, nombre_illisible
                6      | acteur_illisible
                7      | nombre_illisible
                """);
    }

    @Test
    void refusesTheSecondOfTwoEqualLinesUnlessTheFirstIsWrong(SparkSession spark) {
        assertThat(activite(spark, """
                membre           | mois_texte | service   | commune | heures | _ligne
                finess:010000024 | 2024-01    | autre     | 01053   | 3      | 2
                finess:010000024 | 2024-01    | autre     | 01053   | 4      | 3
                finess:010000024 | 2024-01    | formation | 01053   | -1     | 4
                finess:010000024 | 2024-01    | formation | 01053   | 1      | 5
                """)).hasRows("""
                _ligne | nb_heures | _regles
                2      | 3.0       |
                3      | 4.0       | ligne_en_double
                4      | -1.0      | nombre_negatif
                5      | 1.0       |
                """);
    }

    @Test
    void replacesTheWholeMonthOfTheMemberByALaterUpload(SparkSession spark) {
        assertThat(activite(spark, """
                membre           | mois_texte | service   | commune | heures | _fichier | _ligne | _rang
                finess:010000024 | 2024-01    | autre     | 01053   | 3      | premier  | 2      | 1
                finess:010000024 | 2024-01    | formation | 01053   | 8      | premier  | 3      | 1
                finess:010000024 | janvier    | autre     | 01053   | 8      | premier  | 4      | 1
                finess:010000024 | 2024-02    | autre     | 01053   | 5      | premier  | 5      | 1
                finess:010000032 | 2024-01    | autre     | 01053   | 6      | premier  | 6      | 1
                finess:010000024 | 2024-01    | autre     | 01053   | 4      | second   | 2      | 2
                """)).hasRows("""
                code_acteur      | mois       | service | nb_heures | _fichier
                finess:010000024 | 2024-01-01 | autre   | 4.0       | second
                finess:010000024 | 2024-02-01 | autre   | 5.0       | premier
                finess:010000032 | 2024-01-01 | autre   | 6.0       | premier
                """);
    }

    @Test
    void replacesOnlyTheLinesAFileOfCorrectedLinesNames(SparkSession spark) {
        assertThat(activite(spark, """
                membre           | mois_texte | service   | commune | heures | ligne_corrigee | _fichier | _ligne | _rang
                finess:010000024 | 2024-01    | autre     | 01053   | 3      |                | premier  | 2      | 1
                finess:010000024 | 2024-01    | magie     | 01053   | 8      |                | premier  | 3      | 1
                finess:010000024 | 2024-01    | formation | 01053   | 8      | premier:3      | second   | 2      | 2
                finess:010000024 | 2024-01    | mobilite  | 01053   | 9      | ''             | second   | 3      | 2
                """)).hasRows("""
                service   | nb_heures | _regles
                autre     | 3.0       |
                formation | 8.0       |
                mobilite  | 9.0       |
                """);
    }

    @Test
    void readsTheCommuneInTheVintageOfTheYearReportedOn(SparkSession spark) {
        assertThat(activite(spark, """
                membre           | mois_texte | service   | commune | heures | _ligne
                finess:010000024 | 2021-05    | autre     | 01015   | 1      | 2
                finess:010000024 | 2024-05    | autre     | 01015   | 1      | 3
                finess:010000024 | 2020-05    | autre     | 01053   | 1      | 4
                finess:010000024 | 2024-05    | formation | 75114   | 1      | 5
                """)).hasRows("""
                _ligne | code_commune | millesime_commune | _regles
                2      | 01015        | 2021              |
                3      | 01138        | 2024              |
                4      | 01053        | 2021              |
                5      | 75056        | 2024              |
                """);
    }

    private static Dataset<Row> activite(SparkSession spark, String declarations) {
        Dataset<Row> annuaire = table(spark, Silver.ACTIVITE, """
                code_acteur
                finess:010000024
                """);
        Dataset<Row> communes =
                Communes.codes(table(spark, Silver.COMMUNE, """
                code_commune | millesime
                01053        | 2021
                01053        | 2024
                01015        | 2021
                01138        | 2024
                75056        | 2024
                """), table(spark, Silver.COMMUNE_RATTACHEE, """
                code_commune_rattachee | type_commune | millesime | code_commune
                01015                  | COMD         | 2024      | 01138
                75114                  | ARM          | 2024      | 75056
                """));
        return Activite.apply(table(spark, Bronze.DECLARATION_ACTIVITE, declarations), annuaire, communes);
    }
}
