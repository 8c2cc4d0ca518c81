package fr.maillage.silver.organisation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class OrganisationDeclareeTest {

    @Test
    void readsALineAsASpreadsheetSavesIt(SparkSession spark) {
        TestTables tables = tables(spark, """
                identifiant         | nom                      | type_texte     | statut_texte | siren_texte | rna_texte   | commune | source_texte
                EXT: mission-locale | Mission locale de Rennes | Mission locale | association  | 123 456 782 | w353001234  | 35238   | guide ANAP L1645
                ext:pharmacie-1     | Pharmacie de la place    |                |              |             |             | 1053    |
                010000001           | ADAPEI                   | gestionnaire   |              |             |             |         |
                """);

        assertThat(new OrganisationDeclaree().build(tables)).hasRows("""
                code_acteur        | nom                      | type_organisation | statut_declare | siren     | rna        | code_commune | source           | _regles
                ext:mission-locale | Mission locale de Rennes | mission_locale    | association    | 123456782 | W353001234 | 35238        | guide ANAP L1645 |
                ext:pharmacie-1    | Pharmacie de la place    |                   |                |           |            | 01053        |                  |
                finess:010000001   | ADAPEI                   | gestionnaire      |                |           |            |              |                  |
                """);
    }

    @Test
    void namesEveryRuleALineBreaks(SparkSession spark) {
        TestTables tables = tables(spark, """
                identifiant | nom       | type_texte | siren_texte | rna_texte | _ligne
                quelqu’un   | Un        |            |             |           | 2
                coop:c1     | Deux      |            |             |           | 3
                ext:c       |           |            |             |           | 4
                ext:rmi     | RMI       |            |             |           | 5
                ext:e       | Cinq      | club       |             |           | 6
                ext:f       | Six       |            | 12          |           | 7
                ext:g       | Sept      |            |             | 353001234 | 8
                ext:g       | Sept bis  |            |             |           | 9
                """);

        assertThat(new OrganisationDeclaree().build(tables)).hasRows("""
                _ligne | _regles
                2      | organisation_illisible
                3      | est_une_cooperation
                4      | nom_absent
                5      | dispositif
                6      | type_inconnu
                7      | numero_illisible
                8      | numero_illisible
                9      | organisation_en_double
                """);
    }

    @Test
    void keepsTheNewestUploadOfAnIdentifier(SparkSession spark) {
        TestTables tables = tables(spark, """
                identifiant | nom      | _rang
                ext:a       | Ancienne | 1
                ext:b       | Autre    | 1
                ext:a       | Nouvelle | 2
                """);

        assertThat(new OrganisationDeclaree().build(tables)).hasRows("""
                code_acteur | nom
                ext:a       | Nouvelle
                ext:b       | Autre
                """);
    }

    private static TestTables tables(SparkSession spark, String declarations) {
        return new TestTables(spark)
                .with(Silver.ENTITE_JURIDIQUE, """
                numero_finess_ej | nom
                010000001        | ADAPEI
                """)
                .with(Bronze.DECLARATION_ORGANISATION, declarations);
    }
}
