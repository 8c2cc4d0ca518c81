package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EntiteJuridiqueVersionTest {

    private static final EntiteJuridiqueVersion TABLE = new EntiteJuridiqueVersion();

    @Test
    void saysOfAnEntityKnownByItsNumberThatItHasNoName(SparkSession spark) {
        assertThat(TABLE.build(new TestTables(spark).with(Bronze.FINESS_FHIR, """
                resourcetype | id                      | name
                Organization | 010780054-010000024     | CH
                Organization | 010780054-010000032     | FOYER
                Location     | 010780054-010000024-loc |
                """)))
                .hasRows("""
                numero_finess_ej | nom | code_statut_juridique | connue_par
                010780054        |     |                       | numero_seul
                """);
    }

    @Test
    void readsEntitiesOfTheRegister(SparkSession spark) {
        assertThat(TABLE.build(new TestTables(spark).with(Bronze.FINESS_STRUCTUREEJ, """
                nofiness  | rs     | statutjuridique | siren     | datecrea   | departement | commune | ligneacheminement
                2A0000014 | GCSMS  | 30              | 260100045 | 2015-01-01 | 2A          | 004     | 20000 AJACCIO CEDEX 9
                """)))
                .hasRows("""
                numero_finess_ej | nom   | code_statut_juridique | siren     | date_creation | code_commune_publie | code_postal | ville           | connue_par
                2A0000014        | GCSMS | 30                    | 260100045 | 2015-01-01    | 2A004               | 20000       | AJACCIO CEDEX 9 | registre
                """);
    }

    @Test
    void letsABareNumberSayNothingOnceARegisterHasDescribedTheEntity(SparkSession spark) {
        assertThat(TABLE.build(new TestTables(spark)
                                .with(Bronze.FINESS_STRUCTUREEJ, """
                nofiness  | rs    | _millesime | _fichier
                010780054 | CH    | 2022-01-01 | b
                """)
                                .with(Bronze.FINESS_STRUCTUREET, """
                nofinesset | nofinessej | _millesime | _fichier
                010000024  | 010780054  | 2021-01-01 | a
                010000024  | 010780054  | 2022-01-01 | c
                010000024  | 010780054  | 2023-01-01 | d
                """))
                        .where("connu_au = '9999-12-31'"))
                .hasRows("""
                nom | connue_par  | valide_du  | valide_au
                    | numero_seul | 2021-01-01 | 2022-01-01
                CH  | registre    | 2022-01-01 | 9999-12-31
                """);
    }
}
