package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EtablissementVersionTest {

    private static final EtablissementVersion TABLE = new EtablissementVersion();

    @Test
    void readsAnOrganizationWithThePositionOfItsLocation(SparkSession spark) {
        Dataset<Row> versions = TABLE.build(new TestTables(spark).with(Bronze.FINESS_FHIR, """
                resourcetype | id                      | finess    | name | cat_etab | period_start | line                   | city   | postalcode | managingorganization             | position_longitude | position_latitude
                Organization | 010780054-010000024     | 010000024 | CH   | 355      | 1979-02-13   | 900 RTE DE PARIS BP 1 | VIRIAT | 01440      |                                  |                    |
                Location     | 010780054-010000024-loc |           |      |          |              |                        |        |            | Organization/010780054-010000024 | 5.2                | 46.2
                """));

        assertThat(versions).hasRows("""
                numero_finess_et | numero_finess_ej | nom | code_categorie | date_ouverture | adresse               | code_postal | ville  | x_publie | y_publie | srid_publie | valide_du  | valide_au  | connu_du   | connu_au
                010000024        | 010780054        | CH  | 355            | 1979-02-13     | 900 RTE DE PARIS BP 1 | 01440       | VIRIAT | 5.2      | 46.2     | 4326        | 2021-01-08 | 9999-12-31 | 2021-01-08 | 9999-12-31
                """);
    }

    @Test
    void joinsTheTwoSectionsOfTheGeolocatedFile(SparkSession spark) {
        Dataset<Row> versions = TABLE.build(
                new TestTables(spark).with(Bronze.FINESS_STRUCTUREET, """
                nofinesset | nofinessej | rs      | categetab | numvoie | typvoie | voie      | departement | commune | ligneacheminement | dateouv
                970100012  | 970100004  | CHU     | 355       | 12      | R       | DE LA MER | 9A          | 105     | 97100 BASSE TERRE | 1979-02-13
                010000024  | 010780054  | FOYER   | 500       |         |         |           | 01          | 451     | 01440 VIRIAT      | 1979-02-13
                """).with(Bronze.FINESS_GEOLOCALISATION, """
                nofinesset | coordxet | coordyet  | sourcecoordet
                970100012  | 657242.9 | 1795384.4 | 1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,UTM_N20
                """));

        assertThat(versions).hasRows("""
                numero_finess_et | adresse        | code_commune_publie | code_postal | ville       | x_publie | y_publie  | srid_publie
                970100012        | 12 R DE LA MER | 97105               | 97100       | BASSE TERRE | 657242.9 | 1795384.4 | 5490
                010000024        |                | 01451               | 01440       | VIRIAT      |          |           |
                """);
    }

    @Test
    void makesOneVersionOfConsecutiveReleasesThatSayTheSameAndKeepsTheLastTelephone(SparkSession spark) {
        assertThat(versions(spark, """
                nofinesset | nofinessej | rs    | categetab | telephone  | datemaj    | _millesime | _fichier
                010000024  | 010780054  | FOYER | 500       | 0400000000 | 2020-01-01 | 2023-01-01 | c
                010000024  | 010780054  | FOYER | 500       | 0400000001 | 2020-01-01 | 2021-01-01 | a
                010000024  | 010780054  | FOYER | 500       | 0400000002 | 2021-06-01 | 2022-01-01 | b
                """)).hasRows("""
                valide_du  | valide_au  | connu_du   | connu_au   | telephone
                2021-01-01 | 9999-12-31 | 2021-01-01 | 9999-12-31 | 0400000000
                """);
    }

    @Test
    void tellsAClosedStateAsItWasBelievedAndAsItIsKnown(SparkSession spark) {
        assertThat(versions(spark, """
                nofinesset | nofinessej | rs      | categetab | _millesime | _fichier
                010000024  | 010780054  | FOYER   | 500       | 2021-01-01 | a
                010000024  | 010780054  | LE PARC | 500       | 2022-01-01 | b
                """)).hasRows("""
                nom     | valide_du  | valide_au  | connu_du   | connu_au
                FOYER   | 2021-01-01 | 9999-12-31 | 2021-01-01 | 2022-01-01
                FOYER   | 2021-01-01 | 2022-01-01 | 2022-01-01 | 9999-12-31
                LE PARC | 2022-01-01 | 9999-12-31 | 2022-01-01 | 9999-12-31
                """);
    }

    @Test
    void makesAVersionOfAStateThatComesBack(SparkSession spark) {
        assertThat(versions(spark, """
                nofinesset | nofinessej | rs      | categetab | _millesime | _fichier
                010000024  | 010780054  | FOYER   | 500       | 2021-01-01 | a
                010000024  | 010780054  | LE PARC | 500       | 2022-01-01 | b
                010000024  | 010780054  | FOYER   | 500       | 2023-01-01 | c
                """).where("connu_au = '9999-12-31'")).hasRows("""
                nom     | valide_du  | valide_au
                FOYER   | 2021-01-01 | 2022-01-01
                LE PARC | 2022-01-01 | 2023-01-01
                FOYER   | 2023-01-01 | 9999-12-31
                """);
    }

    @Test
    void closesNothingWhenAReleaseDoesNotNameTheEstablishment(SparkSession spark) {
        assertThat(versions(spark, """
                nofinesset | nofinessej | rs    | categetab | _millesime | _fichier
                010000024  | 010780054  | FOYER | 500       | 2021-01-01 | a
                010000032  | 010780054  | AUTRE | 500       | 2022-01-01 | b
                """)).hasRows("""
                numero_finess_et | valide_du  | valide_au
                010000024        | 2021-01-01 | 9999-12-31
                010000032        | 2022-01-01 | 9999-12-31
                """);
    }

    @Test
    void setsAsideANumberThatStandsHigherInTheSameFile(SparkSession spark) {
        assertThat(versions(spark, """
                nofinesset | nofinessej | rs     | categetab | _ligne | _fichier
                010000024  | 010780054  | SECOND | 500       | 9      | a
                010000024  | 010780054  | FIRST  | 500       | 2      | a
                """)).hasRows("""
                nom    | _ligne | _regles          | valide_au
                FIRST  | 2      |                  | 9999-12-31
                SECOND | 9      | numero_en_double | 9999-12-31
                """);
    }

    @Test
    void takesSeveralFilesOfOneDayAsOneRelease(SparkSession spark) {
        assertThat(versions(spark, """
                nofinesset | nofinessej | rs      | categetab | _rang | _fichier
                010000024  | 010780054  | EARLIER | 500       | 1     | a
                010000024  | 010780054  | LATER   | 500       | 2     | b
                010000032  | 010780054  | OTHER   | 500       | 2     | b
                """)).hasRows("""
                numero_finess_et | nom   | _regles
                010000024        | LATER |
                010000032        | OTHER |
                """);
    }

    @Test
    void keepsTheLastPositionWhenAFileGivesNone(SparkSession spark) {
        Dataset<Row> versions = TABLE.build(
                new TestTables(spark).with(Bronze.FINESS_STRUCTUREET, """
                nofinesset | nofinessej | rs    | categetab | departement | _millesime | _fichier
                010000024  | 010780054  | FOYER | 500       | 01          | 2021-01-01 | a
                010000024  | 010780054  | FOYER | 500       | 01          | 2022-01-01 | b
                """).with(Bronze.FINESS_GEOLOCALISATION, """
                nofinesset | coordxet | coordyet  | _millesime | _fichier
                010000024  | 870262.2 | 6571540.8 | 2021-01-01 | a
                """));

        assertThat(versions).hasRows("""
                x_publie | srid_publie | valide_du  | valide_au
                870262.2 | 2154        | 2021-01-01 | 9999-12-31
                """);
    }

    @Test
    void passesOnALineThatCannotStandForItsEstablishmentWithoutChangingItsHistory(SparkSession spark) {
        assertThat(versions(spark, """
                nofinesset | nofinessej | rs    | categetab | _millesime | _fichier
                010000024  | 010780054  | FOYER | 500       | 2021-01-01 | a
                010000024  | 010780054  | FOYER |           | 2022-01-01 | b
                           | 010780054  | FOYER | 500       | 2022-01-01 | b
                """)).hasRows("""
                numero_finess_et | code_categorie | valide_du  | valide_au  | connu_au
                010000024        | 500            | 2021-01-01 | 9999-12-31 | 9999-12-31
                010000024        |                | 2022-01-01 | 9999-12-31 | 9999-12-31
                                 | 500            | 2022-01-01 | 9999-12-31 | 9999-12-31
                """);
    }

    @Test
    void flagsDatesThatAreNoneAndCategoriesOutsideTheNomenclature(SparkSession spark) {
        TestTables tables =
                new TestTables(spark).with(Bronze.FINESS_STRUCTUREET, """
                nofinesset | nofinessej | categetab | dateouv
                010000024  | 010780054  | 500       | 1979-02-31
                010000032  | 010780054  | 999       | 1979-02-13
                """).with(Silver.CATEGORIE, """
                code_categorie
                500
                """);

        assertThat(TABLE.build(tables)).hasRows("""
                numero_finess_et | date_ouverture | _regles
                010000024        |                | date_illisible
                010000032        | 1979-02-13     | categorie_inconnue
                """);
    }

    @Test
    void knowsNoUnknownCategoryWhileNoNomenclatureIsLoaded(SparkSession spark) {
        assertThat(versions(spark, """
                nofinesset | nofinessej | categetab
                010000032  | 010780054  | 999
                """)).hasRows("""
                numero_finess_et | _regles
                010000032        |
                """);
    }

    @Test
    void cleansTheQuotesThatExportsAdd(SparkSession spark) {
        assertThat(versions(spark, """
                nofinesset | nofinessej | categetab | rs
                010000024  | 010780054  | 500       | MAS ""LES LILAS""
                010000032  | 010780054  | 500       | "MAS ""LES LILAS"" SUD"
                010000040  | 010780054  | 500       | FAM ""\""LE PARC""\""
                010000057  | 010780054  | 500       | ""
                """)).hasRows("""
                numero_finess_et | nom
                010000024        | MAS "LES LILAS"
                010000032        | MAS "LES LILAS" SUD
                010000040        | FAM "LE PARC"
                010000057        |
                """);
    }

    private static Dataset<Row> versions(SparkSession spark, String structures) {
        return TABLE.build(new TestTables(spark).with(Bronze.FINESS_STRUCTUREET, structures));
    }
}
