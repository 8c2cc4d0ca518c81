package fr.maillage.silver.organisation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class OrganisationTest {

    private static final String IDENTIFIANTS = """
            code_organisation | espace_identifiant | identifiant | preuve_identifiant
            siren:111111118   | finess_ej          | 010000001   | publie
            siren:111111118   | finess_ej          | 010000002   | publie
            siren:111111118   | siae               | 7           | publie
            siren:111111118   | siren              | 111111118   | publie
            rna:W012345678    | rna                | W012345678  | declare
            """;

    @Test
    void gathersWhatEveryRegisterKnows(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Silver.ORGANISATION_IDENTIFIANT, IDENTIFIANTS)
                .with(Silver.ENTITE_JURIDIQUE, """
                        numero_finess_ej | nom
                        010000001        | ADAPEI
                        """)
                .with(Silver.STRUCTURE_INSERTION, """
                        identifiant_siae | nom     | type_siae
                        7                | ATELIER | ACI
                        """);

        assertThat(new Organisation().build(tables)).hasRows("""
                code_organisation | nom    | siren     | numeros_finess_ej    | nb_structures_insertion | types_siae | origines
                rna:W012345678    |        |           |                      | 0                       |            | declaration
                siren:111111118   | ADAPEI | 111111118 | 010000001, 010000002 | 1                       | ACI        | finess, siae
                """);
    }

    @Test
    void givesTheNameAndTypeThatAPersonDeclaresWhereNoRegisterDoes(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Silver.ORGANISATION_IDENTIFIANT, """
                        code_organisation | espace_identifiant | identifiant | preuve_identifiant
                        siren:111111118   | finess_ej          | 010000001   | publie
                        siren:111111118   | ext                | adapei      | declare
                        ext:pharmacie-1   | ext                | pharmacie-1 | declare
                        ext:pole_emploi   | ext                | pole_emploi | publie
                        """)
                .with(Silver.ENTITE_JURIDIQUE, """
                        numero_finess_ej | nom
                        010000001        | ADAPEI
                        """)
                .with(Silver.ORGANISATION_DECLAREE, """
                        code_acteur     | nom                   | type_organisation
                        ext:adapei      | Adapei de l’Ain       | gestionnaire
                        ext:pharmacie-1 | Pharmacie de la place | professionnel_liberal
                        """);

        assertThat(new Organisation().build(tables)).hasRows("""
                code_organisation | nom                   | type_organisation     | origines
                ext:pharmacie-1   | Pharmacie de la place | professionnel_liberal | declaration
                ext:pole_emploi   | Pôle emploi           | service_emploi        | institution
                siren:111111118   | ADAPEI                | gestionnaire          | declaration, finess
                """);
    }

    @Test
    void doesNotCallZeroWhatNoFileTells(SparkSession spark) {
        TestTables tables = new TestTables(spark).with(Silver.ORGANISATION_IDENTIFIANT, IDENTIFIANTS);

        assertThat(new Organisation().build(tables)).hasRows("""
                code_organisation | nom | nb_structures_insertion
                rna:W012345678    |     |
                siren:111111118   |     |
                """);
    }
}
