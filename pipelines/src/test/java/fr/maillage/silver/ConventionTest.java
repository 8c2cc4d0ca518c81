package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ConventionTest {

    @Test
    void holdsOneRowPerEstablishmentAndKindOfAgreement(SparkSession spark) {
        assertThat(new Convention().build(new TestTables(spark).with(Bronze.FINESS_CONVENTION, """
                nofinesset | noconv | dateconv   | datemajconv | _ligne
                010003598  | 001    | 2009-09-01 | 2010-01-01  | 1
                010003598  | 002    |            |             | 2
                010003598  | 001    | 2012-09-01 |             | 3
                """)))
                .hasRows("""
                numero_finess_et | code_convention | date_convention | date_maj   | _regles
                010003598        | 001             | 2009-09-01      | 2010-01-01 |
                010003598        | 002             |                 |            |
                010003598        | 001             | 2012-09-01      |            | ligne_en_double
                """);
    }
}
