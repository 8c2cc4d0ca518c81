package fr.maillage.silver.organisation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class AffiliationTest {

    private static final String IDENTIFIANTS = """
            code_organisation | espace_identifiant | identifiant | preuve_identifiant
            siren:111111118   | siren              | 111111118   | publie
            ext:ai            | ext                | ai          | declare
            """;

    @Test
    void datesAnAffiliationAndReadsASiretAsItsSiren(SparkSession spark) {
        TestTables tables = tables(spark, """
                organisation   | federation_texte | du         | au         | source_texte
                11111111800017 | FEHAP            | 2010-02-01 | 31/12/2015 | ARS
                11111111800017 | Uniopss          | 2010-02-01 |            |
                ext:ai         | coorace          | 2003-01-01 |            | COORACE L7684
                """);

        assertThat(new Affiliation().build(tables)).hasRows("""
                code_organisation | code_federation | date_debut | date_fin   | source        | _regles
                ext:ai            | coorace         | 2003-01-01 |            | COORACE L7684 |
                siren:111111118   | fehap           | 2010-02-01 | 2015-12-31 | ARS           |
                siren:111111118   | uniopss         | 2010-02-01 |            |               |
                """);
    }

    @Test
    void namesEveryRuleALineBreaks(SparkSession spark) {
        TestTables tables = tables(spark, """
                organisation | federation_texte | du         | au         | _ligne
                quelqu’un    | fhf              | 2010-01-01 |            | 2
                ext:ai       | amicale          | 2010-01-01 |            | 3
                ext:ai       |                  | 2010-01-01 |            | 4
                ext:ai       | fhf              | 2010-01-01 | 2009-01-01 | 5
                ext:ai       | fep              | 2010-01-01 | 2012-06-30 | 6
                ext:ai       | fep              | 2012-06-30 | bientôt    | 7
                ext:ai       | fep              | 2013-01-01 |            | 8
                ext:inconnue | fep              |            |            | 9
                """);

        assertThat(new Affiliation().build(tables)).hasRows("""
                _ligne | _regles
                2      | organisation_illisible
                3      | federation_inconnue
                4      | federation_inconnue
                5      | dates_inversees
                6      |
                7      | date_illisible
                8      | periode_en_double
                9      | organisation_inconnue
                """);
    }

    private static TestTables tables(SparkSession spark, String declarations) {
        return new TestTables(spark)
                .with(Silver.ORGANISATION_IDENTIFIANT, IDENTIFIANTS)
                .with(Bronze.DECLARATION_AFFILIATION, declarations);
    }
}
