package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class DisciplineEnseigneeTest {

    @Test
    void tellsWhatIsTaughtWhereAndForHowMany(SparkSession spark) {
        assertThat(new DisciplineEnseignee().build(new TestTables(spark).with(Bronze.FINESS_DISCIPLINEENSEIGNEE, """
                nofinesset | nofinessej | de  | ta | noautor | capaut | dateautor  | _ligne
                010003598  | 010008407  | 835 | 23 | 12      | 60     | 2009-09-01 | 1
                010003598  | 010008407  | 836 | 23 |         |        |            | 2
                010003598  | 010008407  | 837 | 23 |         | -      |            | 3
                """)))
                .hasRows("""
                numero_finess_et | numero_finess_ej | code_discipline | code_type_activite | numero_autorisation | nb_places_autorisees | date_autorisation | _regles
                010003598        | 010008407        | 835             | 23                 | 12                  | 60                   | 2009-09-01        |
                010003598        | 010008407        | 836             | 23                 |                     |                      |                   |
                010003598        | 010008407        | 837             | 23                 |                     |                      |                   | nombre_illisible
                """);
    }
}
