package fr.maillage.silver.plus;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.plus.DocumentsDessai;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class BudgetEtablissementTest {

    private final DocumentsDessai documents;

    BudgetEtablissementTest(SparkSession spark) {
        this.documents = new DocumentsDessai(spark);
    }

    @Test
    void givesARowPerKindOfBudgetAndNoneWhereNoneIsTold() {
        assertThat(BudgetEtablissement.apply(documents.structures(), DocumentsDessai.JOUR))
                .hasRows("""
                numero_finess_et | code_budget | code_mft
                010780195        | 01          | 57
                010780195        | 02          | 57
                """);
    }
}
