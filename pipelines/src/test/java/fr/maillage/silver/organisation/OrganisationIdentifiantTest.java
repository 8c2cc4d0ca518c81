package fr.maillage.silver.organisation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class OrganisationIdentifiantTest {

    /** All but the institutions of the list. */
    private static final String AUTRES = "source NOT LIKE '%°%' AND source NOT LIKE 'Guide%'";

    @Test
    void joinsADeclaredOrganisationToTheOneARegisterKnowsByItsNumbers(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Silver.ENTITE_JURIDIQUE, """
                        numero_finess_ej | siren     | source
                        010000001        | 111111118 | finess-etalab
                        010000002        |           | finess-fhir
                        """)
                .with(Silver.ORGANISATION_DECLAREE, """
                        code_acteur      | siren     | rna        | source
                        ext:adapei       | 111111118 |            | organisations
                        finess:010000002 |           | W022222222 | organisations
                        ext:a            |           | W033333333 | organisations
                        ext:b            | 333333333 | W033333333 | organisations
                        ext:c            |           | W044444444 | organisations
                        ext:deux         | 111111118 | W055555555 | organisations
                        rna:W055555555   | 555555559 |            | organisations
                        ext:pole_emploi  |           |            | organisations
                        """)
                .with(Silver.COOPERATION_MEMBRE, """
                        code_acteur    | resolution    | source
                        ext:adapei     | hors_registre | membres
                        rna:W044444444 | hors_registre | membres
                        ext:autre      | hors_registre | membres
                        """);

        assertThat(new OrganisationIdentifiant().build(tables).where(AUTRES)).hasRows("""
                code_organisation | espace_identifiant | identifiant | preuve_identifiant | source
                ext:autre         | ext                | autre       | declare            | membres
                finess:010000002  | finess_ej          | 010000002   | publie             | finess-fhir
                finess:010000002  | rna                | W022222222  | declare            | organisations
                rna:W044444444    | ext                | c           | declare            | organisations
                rna:W044444444    | rna                | W044444444  | declare            | membres
                siren:111111118   | ext                | adapei      | declare            | membres
                siren:111111118   | ext                | deux        | declare            | organisations
                siren:111111118   | finess_ej          | 010000001   | publie             | finess-etalab
                siren:111111118   | rna                | W055555555  | declare            | organisations
                siren:111111118   | siren              | 111111118   | publie             | finess-etalab
                siren:333333333   | ext                | a           | declare            | organisations
                siren:333333333   | ext                | b           | declare            | organisations
                siren:333333333   | rna                | W033333333  | declare            | organisations
                siren:333333333   | siren              | 333333333   | declare            | organisations
                siren:555555559   | rna                | W055555555  | declare            | organisations
                siren:555555559   | siren              | 555555559   | declare            | organisations
                """);
    }

    @Test
    void saysThatDeclaredNumbersAreThoseOfSeveralOrganisations(SparkSession spark) {
        TestTables tables =
                new TestTables(spark).with(Silver.ENTITE_JURIDIQUE, """
                        numero_finess_ej | siren     | source
                        010000001        | 111111118 | finess-etalab
                        010000002        |           | finess-fhir
                        """).with(Silver.ORGANISATION_DECLAREE, """
                        code_acteur      | siren     | source
                        finess:010000002 | 111111118 | organisations
                        """);

        assertThat(new OrganisationIdentifiant().build(tables).where(AUTRES)).hasRows("""
                code_organisation | espace_identifiant | identifiant | source        | _regles
                finess:010000002  | finess_ej          | 010000002   | finess-fhir   | plusieurs_organisations
                finess:010000002  | siren              | 111111118   | organisations | plusieurs_organisations
                siren:111111118   | finess_ej          | 010000001   | finess-etalab |
                siren:111111118   | siren              | 111111118   | finess-etalab |
                """);
    }

    @Test
    void matchesByNumbersOnlyAndSaysOnWhatEvidence(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Silver.ENTITE_JURIDIQUE, """
                        numero_finess_ej | siren     | source
                        010000001        | 111111118 | finess-etalab
                        010000002        |           | finess-fhir
                        010000003        |           | finess-fhir
                        010000004        |           | finess-fhir
                        """)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | numero_finess_ej | siret
                        010000101        | 010000002        | 22222222600012
                        010000102        | 010000002        | 22222222600020
                        010000103        | 010000003        | 33333333400018
                        010000104        | 010000003        | 44444444200014
                        010000105        | 010000004        |
                        """)
                .with(Silver.STRUCTURE_INSERTION, """
                        identifiant_siae | siret          | siren     | source
                        7                | 11111111800017 | 111111118 | siae-inclusion
                        8                |                |           | siae-inclusion
                        """)
                .with(Silver.COOPERATION_MEMBRE, """
                        code_acteur          | resolution    | source
                        rna:W012345678       | hors_registre | cooperations
                        siret:55555555900012 | hors_registre | cooperations
                        ext:pharmacie-1      | hors_registre | cooperations
                        finess:010000001     | etablissement | cooperations
                        coop:1               | cooperation   | cooperations
                        """);

        assertThat(new OrganisationIdentifiant().build(tables).where(AUTRES)).hasRows("""
                code_organisation | espace_identifiant | identifiant    | preuve_identifiant   | source         | _regles
                ext:pharmacie-1   | ext                | pharmacie-1    | declare              | cooperations   |
                ext:siae-8        | siae               | 8              | publie               | siae-inclusion |
                finess:010000003  | finess_ej          | 010000003      | publie               | finess-fhir    | plusieurs_siren
                finess:010000004  | finess_ej          | 010000004      | publie               | finess-fhir    |
                rna:W012345678    | rna                | W012345678     | declare              | cooperations   |
                siren:111111118   | finess_ej          | 010000001      | publie               | finess-etalab  |
                siren:111111118   | siae               | 7              | publie               | siae-inclusion |
                siren:111111118   | siren              | 111111118      | publie               | finess-etalab  |
                siren:111111118   | siret              | 11111111800017 | publie               | siae-inclusion |
                siren:222222226   | finess_ej          | 010000002      | publie               | finess-fhir    |
                siren:222222226   | siren              | 222222226      | siret_etablissements | finess-fhir    |
                siren:555555559   | siren              | 555555559      | declare              | cooperations   |
                siren:555555559   | siret              | 55555555900012 | declare              | cooperations   |
                """);
    }
}
