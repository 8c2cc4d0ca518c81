package fr.maillage.silver.organisation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class OrganisationSuccessionTest {

    private static final String IDENTIFIANTS = """
            code_organisation | espace_identifiant | identifiant | preuve_identifiant
            ext:a             | ext                | a           | declare
            ext:b             | ext                | b           | declare
            siren:111111118   | siren              | 111111118   | publie
            siren:111111118   | rna                | W012345678  | declare
            """;

    @Test
    void shipsThoseOfTheSources(SparkSession spark) {
        assertThat(new OrganisationSuccession().build(tables(spark, "ancien | nouveau")))
                .hasRows("""
                code_organisation_ancienne | code_organisation_nouvelle | date_succession | nature_succession | origine_succession
                ext:anpe                   | ext:pole_emploi            | 2008-12-19      | fusion            | liste
                ext:assedic                | ext:pole_emploi            | 2008-12-19      | fusion            | liste
                ext:ddtefp                 | ext:direccte               | 2010-01-01      | fusion            | liste
                ext:direccte               | ext:dreets                 | 2021-04-01      | fusion            | liste
                ext:pole_emploi            | ext:france_travail         | 2024-01-01      | transformation    | liste
                """);
    }

    @Test
    void namesEveryRuleALineBreaks(SparkSession spark) {
        assertThat(new OrganisationSuccession().build(tables(spark, """
                ancien    | nouveau          | date_texte | nature_texte   | _ligne
                ext:a     | rna:W012345678   | 01/03/2015 | Fusion         | 2
                ext:a     | 111111118        | 2015-03-01 | fusion         | 3
                quelqu’un | ext:b            | 2015-03-01 | fusion         | 4
                ext:b     | ext:a            | 2018-03-01 | mariage        | 5
                ext:b     | ext:a            | un jour    | reprise        | 6
                111111118 | ext:a            | 2016-03-01 | reprise        | 7
                ext:b     | ext:b            | 2016-03-01 | reprise        | 8
                111111118 | ext:c            | 2014-03-01 | scission       | 9
                ext:anpe  | ext:pole_emploi  | 2008-12-19 | fusion         | 10
                """)).where("_ligne IS NOT NULL"))
                .hasRows("""
                _ligne | code_organisation_nouvelle | _regles
                2      | siren:111111118            |
                3      | siren:111111118            | succession_en_double
                4      | ext:b                      | organisation_illisible
                5      | ext:a                      | nature_inconnue
                6      | ext:a                      | date_illisible
                7      | ext:a                      | cycle_de_successions
                8      | ext:b                      | cycle_de_successions
                9      | ext:c                      | organisation_inconnue, dates_inversees
                10     | ext:pole_emploi            | succession_en_double
                """);
    }

    private static TestTables tables(SparkSession spark, String declarations) {
        return new TestTables(spark)
                .with(Silver.ORGANISATION_IDENTIFIANT, IDENTIFIANTS + """
            ext:anpe          | ext                | anpe        | publie
            ext:pole_emploi   | ext                | pole_emploi | publie
            """)
                .with(Bronze.DECLARATION_SUCCESSION, declarations);
    }
}
