package fr.maillage.silver.organisation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class OrganisationSuccesseurTest {

    @Test
    void saysWhoIsMeantOnEveryDay(SparkSession spark) {
        TestTables tables = new TestTables(spark).with(Silver.ORGANISATION_SUCCESSION, """
                code_organisation_ancienne | code_organisation_nouvelle | date_succession | nature_succession
                ext:anpe                   | ext:pole_emploi            | 2008-12-19      | fusion
                ext:assedic                | ext:pole_emploi            | 2008-12-19      | fusion
                ext:pole_emploi            | ext:france_travail         | 2024-01-01      | transformation
                ext:a                      | ext:b                      | 2015-01-01      | scission
                ext:a                      | ext:c                      | 2015-01-01      | reprise
                """);

        assertThat(new OrganisationSuccesseur().build(tables)).hasRows("""
                code_organisation  | code_organisation_actuelle | date_debut | date_fin
                ext:a              | ext:a                      |            | 2014-12-31
                ext:a              | ext:b                      | 2015-01-01 |
                ext:a              | ext:c                      | 2015-01-01 |
                ext:anpe           | ext:anpe                   |            | 2008-12-18
                ext:anpe           | ext:france_travail         | 2024-01-01 |
                ext:anpe           | ext:pole_emploi            | 2008-12-19 | 2023-12-31
                ext:assedic        | ext:assedic                |            | 2008-12-18
                ext:assedic        | ext:france_travail         | 2024-01-01 |
                ext:assedic        | ext:pole_emploi            | 2008-12-19 | 2023-12-31
                ext:b              | ext:b                      | 2015-01-01 |
                ext:c              | ext:c                      |            |
                ext:france_travail | ext:france_travail         | 2024-01-01 |
                ext:pole_emploi    | ext:france_travail         | 2024-01-01 |
                ext:pole_emploi    | ext:pole_emploi            | 2008-12-19 | 2023-12-31
                """);
    }
}
