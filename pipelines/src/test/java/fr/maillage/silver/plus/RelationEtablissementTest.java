package fr.maillage.silver.plus;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.plus.DocumentsDessai;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class RelationEtablissementTest {

    private final DocumentsDessai documents;

    RelationEtablissementTest(SparkSession spark) {
        this.documents = new DocumentsDessai(spark);
    }

    @Test
    void tellsARelationOnceThatBothEstablishmentsTell() {
        assertThat(RelationEtablissement.apply(documents.structures(), DocumentsDessai.JOUR))
                .hasRows("""
                identifiant_porteur | identifiant_porte | code_relation | numero_finess_porteur | numero_finess_porte | nb_declarations | connu_du
                11                  | 12                | B             | 010780195             | 010780211           | 2               | 2026-07-31
                """);
    }
}
