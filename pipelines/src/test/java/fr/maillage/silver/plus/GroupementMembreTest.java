package fr.maillage.silver.plus;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.plus.DocumentsDessai;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class GroupementMembreTest {

    private final DocumentsDessai documents;

    GroupementMembreTest(SparkSession spark) {
        this.documents = new DocumentsDessai(spark);
    }

    @Test
    void listsMembersOfBothLevelsWithTheNumbersDocumentsDescribe() {
        assertThat(GroupementMembre.apply(documents.structures(), DocumentsDessai.JOUR))
                .hasRows("""
                identifiant_groupement | type_objet | identifiant_objet | numero_finess | code_role
                GCO-1                  | PM         | 2                 | 010000156     | M
                GCO-1                  | EG         | 12                | 010780211     | M
                GCC-7                  | PM         | 2                 | 010000156     | S
                GCC-7                  | PM         | 99                |               | M
                """);
    }
}
