package fr.maillage.gold.experience;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ExperienceLeconTest {

    @Test
    void holdsEveryLineOfItsFile(SparkSession spark) {
        assertThat(new ExperienceLecon()
                        .build(new TestTables(spark))
                        .selectExpr("count(*) as lecons", "sum(cast(est_recopiee as int)) as recopiees"))
                .hasRows("""
                lecons | recopiees
                306    | 5
                """);
    }

    @Test
    void tellsTheLevelOfProofOfAGain(SparkSession spark) {
        assertThat(new ExperienceLecon()
                        .build(new TestTables(spark))
                        .where("code_experience = 'ANAP-09' and genre_lecon = 'gain'"))
                .hasRows("""
                code_experience | texte_lecon                                        | niveau_preuve | dimension_gain | est_recopiee
                ANAP-09         | Horaires étendus de 18 h à 20 h, un patient partagé | mesure        | usagers        | false
                ANAP-09         | De quatre sites à trois, renégociations            | prevu         | economique     | false
                """);
    }
}
