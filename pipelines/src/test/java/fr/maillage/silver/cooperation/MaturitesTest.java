package fr.maillage.silver.cooperation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TextTable;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class MaturitesTest {

    @Test
    void aCooperationLivesWhileItsDatesAndItsMaturitySaySo(SparkSession spark) {
        var cooperations = TextTable.table(spark, Silver.COOPERATION, """
                code_cooperation | date_debut | date_fin
                coop:tue         | 2010-01-01 |
                coop:mure        | 2010-01-01 | 2020-12-31
                coop:reve        |            |
                coop:finie       |            | 2020-12-31
                coop:reprise     | 2010-01-01 |
                """);
        var faits = TextTable.table(spark, Silver.FAIT_COOPERATION, """
                code_cooperation | rubrique  | code_valeur   | date_debut
                coop:tue         | categorie | efficience    | 2009-01-01
                coop:mure        | maturite  | reflexion     | 2009-01-01
                coop:mure        | maturite  | en_place      | 2011-06-01
                coop:reve        | maturite  | reflexion     |
                coop:finie       | maturite  | mise_en_place | 2012-01-01
                coop:finie       | maturite  | terminee      | 2015-01-01
                coop:reprise     | maturite  | terminee      | 2015-01-01
                coop:reprise     | maturite  | reflexion     | 2017-01-01
                coop:reprise     | maturite  | en_place      | 2018-01-01
                """);

        assertThat(Maturites.vies(cooperations, faits)).hasRows("""
                code_cooperation | date_debut | date_fin
                coop:finie       |            | 2011-12-31
                coop:finie       | 2012-01-01 | 2014-12-31
                coop:mure        | 2011-06-01 | 2020-12-31
                coop:reprise     | 2010-01-01 | 2014-12-31
                coop:reprise     | 2018-01-01 |
                coop:tue         | 2010-01-01 |
                """);
    }
}
