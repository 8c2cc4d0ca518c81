package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** One history out of the yearly export, the etalab files and the XML flow. */
@SparkTest
class EtablissementGenerationsTest {

    @Test
    void aGenerationThatTellsLessTakesNothingBackButAFileOfOpenOnesOpensWhatItNames(SparkSession spark) {
        Dataset<Row> versions = new EtablissementVersion()
                .build(new TestTables(spark).with(Bronze.FINESS_HISTORIQUE, """
                nofinesset | nofinessej | rs    | categetab | cog   | ligneacheminement | departement | _source           | _millesime | _fichier
                010000024  | 010780054  | FOYER | 500       | 01451 | 01440 VIRIAT      | 01          | finess-historique | 2019-12-31 | a
                """).with(Bronze.FINESS_STRUCTUREET, """
                nofinesset | nofinessej | rs    | categetab | commune | ligneacheminement | departement | typeet | typefermeture | datefermeture | _source          | _millesime | _fichier
                010000024  | 010780054  | FOYER | 500       | 451     | 01440 VIRIAT      | 01          |        |               |               | finess-etalab    | 2020-12-31 | b
                010000024  | 010780054  | FOYER | 500       | 451     | 01440 VIRIAT      | 01          | P      | DEF           | 2021-06-30    | finess-cs1400102 | 2021-12-14 | c
                010000024  | 010780054  | FOYER | 500       | 451     | 01440 VIRIAT      | 01          |        |               |               | finess-etalab    | 2022-01-04 | d
                """));

        assertThat(versions.where("connu_au = '9999-12-31'")).hasRows("""
                type_etablissement | date_fermeture | type_fermeture | code_commune_publie | valide_du  | valide_au
                                   |                |                | 01451               | 2019-12-31 | 2021-12-14
                principal          | 2021-06-30     | DEF            | 01451               | 2021-12-14 | 2022-01-04
                principal          |                |                | 01451               | 2022-01-04 | 9999-12-31
                """);
    }

    @Test
    void ofTwoFilesOfOneDayTheXmlFlowIsChosenAndAnEstablishmentOfTheGeolocatedFileAloneIsKept(SparkSession spark) {
        Dataset<Row> versions = new EtablissementVersion()
                .build(new TestTables(spark)
                        .with(Bronze.FINESS_STRUCTUREET, """
                nofinesset | nofinessej | rs         | categetab | departement | _source          | _fichier | _rang
                010000024  | 010780054  | FOYER      | 500       | 01          | finess-etalab    | cs502    | 9
                010000024  | 010780054  | LE FOYER   | 500       | 01          | finess-cs1400102 | flux     | 1
                010000032  | 010780054  | SANS LIGNE | 500       | 01          | finess-etalab    | cs507    | 2
                """)
                        .with(Bronze.FINESS_GEOLOCALISATION, """
                nofinesset | coordxet | coordyet  | _fichier
                010000032  | 870262.2 | 6571540.8 | cs507
                """));

        assertThat(versions).hasRows("""
                numero_finess_et | nom        | x_publie
                010000024        | LE FOYER   |
                010000032        | SANS LIGNE | 870262.2
                """);
    }
}
