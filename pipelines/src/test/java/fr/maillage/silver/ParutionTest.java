package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametres;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ParutionTest {

    private static final Parution TABLE = new Parution();

    @Test
    void takesWhatNamesFewForASample(SparkSession spark) {
        assertThat(TABLE.build(etalab(spark))).hasRows("""
                systeme       | objet         | date_parution | portee      | nb_entites | fermes_inclus | est_retiree | preuve_portee
                finess-etalab | etablissement | 2024-01-01    | echantillon | 3          | false         | false       | deduite
                """);
    }

    @Test
    void takesWhatNamesManyInManyDepartementsForTheRegister(SparkSession spark) {
        TestTables tables = etalab(spark)
                .with(Parametres.PARUTION_NATIONALE_DEPARTEMENTS, 2L)
                .with(Parametres.PARUTION_NATIONALE_ENTITES, 3L);

        assertThat(TABLE.build(tables)).hasRows("""
                objet         | portee
                etablissement | nationale
                """);
    }

    @Test
    void takesEachFhirFileForAStretchOfTheRegister(SparkSession spark) {
        TestTables tables =
                new TestTables(spark).with(Bronze.FINESS_FHIR, """
                        resourcetype | finess    | _fichier | _millesime | _source
                        Organization | 010000024 | a        | 2021-01-08 | finess-fhir
                        Organization | 130799034 | a        | 2021-01-08 | finess-fhir
                        Location     | 999999999 | a        | 2021-01-08 | finess-fhir
                        Organization | 830201208 | b        | 2021-01-08 | finess-fhir
                        Organization | 930810908 | b        | 2021-01-08 | finess-fhir
                        Organization | 940000010 | c        | 2021-01-08 | finess-fhir
                        """).with(Parametres.PARUTION_TRANCHE_ENTITES, 2L);

        assertThat(TABLE.build(tables)).hasRows("""
                portee   | tranches                                | nb_entites
                tranches | 010000024-130799034 830201208-930810908 | 5
                """);
    }

    @Test
    void believesWhatAPersonSaidLast(SparkSession spark) {
        TestTables tables = etalab(spark).with(Bronze.DECLARATION_PARUTION, """
                systeme       | date_parution_texte | portee       | departements | statut   | le
                finess-etalab | 2024-01-01          | nationale    |              | retiree  | 2024-01-02
                finess-etalab | 01/01/2024          | departements | 01, 2a       | retenue  | 2024-01-03
                finess-etalab | 2023-01-01          | nationale    |              | retenue  | 2024-01-04
                """);

        assertThat(TABLE.build(tables)).hasRows("""
                portee       | departements | est_retiree | preuve_portee
                departements | 01 2A        | false       | declaree
                """);
    }

    private static TestTables etalab(SparkSession spark) {
        return new TestTables(spark).with(Bronze.FINESS_STRUCTUREET, """
                nofinesset | _fichier | _millesime | _source
                010000024  | a        | 2024-01-01 | finess-etalab
                010000032  | a        | 2024-01-01 | finess-etalab
                2A0000014  | b        | 2024-01-01 | finess-etalab
                2A0000014  | a        | 2024-01-01 | finess-etalab
                """);
    }
}
