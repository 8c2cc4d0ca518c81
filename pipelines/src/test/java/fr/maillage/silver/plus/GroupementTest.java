package fr.maillage.silver.plus;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.plus.DocumentsDessai;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class GroupementTest {

    private final DocumentsDessai documents;

    GroupementTest(SparkSession spark) {
        this.documents = new DocumentsDessai(spark);
    }

    @Test
    void unitesGroupingsHeadedByAnEntityAndByAnAgreement() {
        assertThat(Groupement.apply(documents.structures(), DocumentsDessai.JOUR))
                .hasRows("""
                identifiant_groupement | nature_groupement | code_type_groupement | nom                          | numero_finess_ej | identifiant_externe | etat_objet | date_maj
                GCO-1                  | organique         | 003                  | GCS 2 RIVES                  | 010000016        |                     | A          | 2019-03-04
                GCC-7                  | conventionnel     | 001                  | 21-52 Côte d'Or-Haute-Marne  |                  | 49824516535         | A          | 1900-01-01
                """);
    }

    @Test
    void readsTheExternalNumberAndASingleGroupingAsTheSchemaWritesThem() {
        String document = DocumentsDessai.text("structures.json").replace("numFinessGcc", "gccIdentifiantExterne");
        String single = document.replace("\"gco\": [", "\"gco\": ")
                .replace("\"M\"}]}\n  ],\n  \"gcc\"", "\"M\"}]},\n  \"gcc\"");

        assertThat(Groupement.apply(documents.structures(single), DocumentsDessai.JOUR))
                .hasRows("""
                identifiant_groupement | identifiant_externe
                GCO-1                  |
                GCC-7                  | 49824516535
                """);
    }
}
