package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EquipementSocialVersionTest {

    private static final EquipementSocialVersion TABLE = new EquipementSocialVersion();

    @Test
    void readsPlacesAgesDatesAndWhatIsSuppressed(SparkSession spark) {
        assertThat(versions(spark, """
                nofinesset | de  | ta | client | sourceinfo | capinstot | capinstm | ageminiinst | agemaxiinst | indsupinst | capautot | indsupaut | dateautor  | datemajinst
                140004698  | 901 | 11 | 110    | A          | 8         |          | 3           | 2020        | N          | 0        | O         | 2017-01-03 | 2016-12-14
                2A0000014  | 924 | 11 | 711    | E          |           | 0        |             |             |            | 80       | N         | 2017-01-03 |
                """)).hasRows("""
                numero_finess_et | code_discipline | code_type_activite | code_clientele | nb_places_installees | nb_places_installees_hommes | age_min_installe | age_max_installe | est_supprime_installe | nb_places_autorisees | est_supprime_autorise | date_autorisation | date_maj_installation | _regles
                140004698        | 901             | 11                 | 110            | 8                    |                             | 3                | 2020             | false                 | 0                    | true                  | 2017-01-03        | 2016-12-14            |
                2A0000014        | 924             | 11                 | 711            |                      | 0                           |                  |                  |                       | 80                   | false                 | 2017-01-03        |                       |
                """);
    }

    @Test
    void makesAVersionOfOneTripletWhenItsPlacesChangeAndNotWhenADateOfUpdateDoes(SparkSession spark) {
        assertThat(versions(spark, """
                nofinesset | de  | ta | client | capinstot | datemajinst | _millesime | _fichier
                140004698  | 901 | 11 | 110    | 8         | 2020-01-01  | 2021-01-01 | a
                140004698  | 901 | 13 | 110    | 21        | 2020-01-01  | 2021-01-01 | a
                140004698  | 901 | 11 | 110    | 8         | 2021-01-01  | 2022-01-01 | b
                140004698  | 901 | 13 | 110    | 30        | 2021-01-01  | 2022-01-01 | b
                """).where("connu_au = '9999-12-31'")).hasRows("""
                code_type_activite | nb_places_installees | valide_du  | valide_au
                11                 | 8                    | 2021-01-01 | 9999-12-31
                13                 | 21                   | 2021-01-01 | 2022-01-01
                13                 | 30                   | 2022-01-01 | 9999-12-31
                """);
    }

    @Test
    void setsAsideARepeatedTripletAndFlagsWhatItCannotRead(SparkSession spark) {
        assertThat(versions(spark, """
                nofinesset | de  | ta | client | capinstot | dateautor  | _ligne | _fichier
                010003598  | 957 | 11 | 810    | 15        |            | 1      | a
                010003598  | 957 | 11 | 810    | 75        |            | 2      | a
                010003598  | 957 | 11 | 811    | douze     | 2019-02-31 | 3      | a
                010003598  | 957 | 11 |        | 5         |            | 4      | a
                """)).hasRows("""
                code_clientele | nb_places_installees | date_autorisation | _regles
                810            | 15                   |                   |
                810            | 75                   |                   | ligne_en_double
                811            |                      |                   | date_illisible, nombre_illisible
                               | 5                    |                   |
                """);
    }

    @Test
    void ofLinesOfOneTripletKeepsTheOneThatIsNotSuppressed(SparkSession spark) {
        assertThat(versions(spark, """
                nofinesset | de  | ta | client | capinstot | indsupinst | indsupaut | _ligne | _fichier
                010003598  | 957 | 11 | 810    | 15        | O          | N         | 1      | a
                010003598  | 957 | 11 | 810    | 75        | N          | N         | 2      | a
                """)).hasRows("""
                nb_places_installees | _ligne | _regles
                75                   | 2      |
                15                   | 1      | ligne_en_double
                """);
    }

    @Test
    void prefersTheXmlFlowToTheEtalabFileOfTheSameDay(SparkSession spark) {
        assertThat(versions(spark, """
                nofinesset | de  | ta | client | capinstot | _source                        | _fichier | _rang
                140004698  | 901 | 11 | 110    | 8         | finess-etalab-equipementsocial | a        | 2
                140004698  | 901 | 11 | 110    | 9         | finess-cs1400105               | b        | 1
                """)).hasRows("""
                nb_places_installees | source
                9                    | finess-cs1400105
                """);
    }

    private static Dataset<Row> versions(SparkSession spark, String equipements) {
        return TABLE.build(new TestTables(spark).with(Bronze.FINESS_EQUIPEMENTSOCIAL, equipements));
    }
}
