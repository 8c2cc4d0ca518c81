package fr.maillage.gold.experience;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ExperienceQuestionTest {

    @Test
    void holdsEveryLineOfItsFile(SparkSession spark) {
        assertThat(new ExperienceQuestion()
                        .build(new TestTables(spark))
                        .selectExpr("count(*) as reponses", "count(code_etiquette) as etiquettes"))
                .hasRows("""
                reponses | etiquettes
                93       | 21
                """);
    }

    @Test
    void tellsWhichAnswersAreOurs(SparkSession spark) {
        assertThat(new ExperienceQuestion().build(new TestTables(spark)).where("code_question = 'C03'"))
                .hasRows("""
                code_question | code_etiquette    | code_experience | provenance_lien
                C03           |                   | III-8           | document
                C03           |                   | III-12          | document
                C03           |                   | III-15          | document
                C03           | mot_developpement |                 | projet
                """);
    }
}
