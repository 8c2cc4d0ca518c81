package fr.maillage.silver.plus;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.plus.DocumentsDessai;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class DocumentsTest {

    private final DocumentsDessai documents;

    DocumentsTest(SparkSession spark) {
        this.documents = new DocumentsDessai(spark);
    }

    private static final String LATER = DocumentsDessai.text("structures.json").replace("2026-07-31T", "2026-08-31T");

    @Test
    void keepsOfEachEntityWhatItsNewestRecordTells() {
        Dataset<Row> both = documents
                .structures()
                .unionByName(documents.structures(LATER.replace("62\", \"typeVoie", "64\", \"typeVoie")));

        assertThat(Adresse.apply(both, DocumentsDessai.JOUR.plusMonths(2)).where("rang_adresse = 2"))
                .hasRows("""
                numero_finess | numero_voie | connu_du
                010780195     | 64          | 2026-08-31
                """);
        assertThat(Adresse.apply(both, DocumentsDessai.JOUR).where("rang_adresse = 2"))
                .hasRows("""
                numero_finess | numero_voie | connu_du
                010780195     | 62          | 2026-07-31
                """);
    }

    @Test
    void keepsWhatANewerDocumentDoesNotSpeakOf() {
        String one = LATER.replace("010000156", "010999999").replace("010780195", "010888888");
        Dataset<Row> both = documents.structures().unionByName(documents.structures(one));

        assertThat(BudgetEtablissement.apply(both, DocumentsDessai.JOUR.plusMonths(2))
                        .where("code_budget = '01'"))
                .hasRows("""
                numero_finess_et | connu_du
                010780195        | 2026-07-31
                010888888        | 2026-08-31
                """);
    }

    @Test
    void movesAnEstablishmentWithTheNewestRecordThatHoldsIt() {
        Dataset<Row> both =
                documents.structures().unionByName(documents.structures(LATER.replace("010000156", "010999999")));

        assertThat(Documents.etablissements(both, DocumentsDessai.JOUR.plusMonths(2)))
                .hasRows("""
                numero_finess_et | numero_finess_ej
                010780195        | 010999999
                010780211        | 010999999
                """);
    }
}
