package fr.maillage.quality;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.serving.output.OutputFormat;
import fr.maillage.testing.SparkTest;
import fr.maillage.warehouse.FabricatedWarehouse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class QualityReportTest {

    @TempDir
    static Path folder;

    private static QualityReport report;

    @BeforeAll
    static void fabricate(SparkSession spark) throws SQLException {
        FabricatedWarehouse fabricated = new FabricatedWarehouse(spark, folder)
                .with(Silver.ACTIVITE, """
                        code_acteur      | service | nb_heures | _fichier | _ligne | _regles                         | _rejete
                        finess:010000016 | S1      | -3        | abc      | 2      | nombre_negatif                  | true
                        finess:010000016 | S9      | 4         | abc      | 3      | service_inconnu, nombre_negatif | true
                        finess:010000024 | S1      | 4         | abc      | 4      |                                 | false
                        finess:010000032 | S1      | 4         | def      | 2      |                                 | false
                        finess:010000040 | S1      |           | def      | 3      | nb_heures.minimum               | true
                        """)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | _regles          | _rejete
                        010000016        | commune_inconnue | false
                        010000024        |                  | false
                        """)
                .with(Silver.DERIVE_SCHEMA, """
                        chemin      | genre_derive | exemple_derive | nb_derives | nb_enregistrements_touches | source                 | connu_du
                        pmej.ruche  | inconnu      | 12             | 40         | 30                         | finess-plus-structures | 2026-07-31
                        gco.typegco | code_nouveau | 009            | 2          | 2                          | finess-plus-structures | 2026-08-31
                        """);
        report = QualityReport.of(fabricated.warehouse(), fabricated.publish());
    }

    @Test
    void countsRowsByFileAndRuleWithTheirShareOfTheFile() {
        assertThat(report.broken())
                .extracting(broken -> broken.table().name() + " " + broken.file() + " "
                        + broken.rule().rule() + " " + broken.rows() + " " + Math.round(100 * broken.share()) + " %")
                .containsExactly(
                        "activite abc nombre_negatif 2 67 %",
                        "activite def nb_heures.minimum 1 50 %",
                        "activite abc service_inconnu 1 33 %",
                        "etablissement fichier commune_inconnue 1 50 %");
    }

    @Test
    void showsExamplesByLineAndKey() {
        assertThat(report.broken().get(0).examples())
                .containsExactly("l. 2 : finess:010000016 · S1", "l. 3 : finess:010000016 · S9");
    }

    @Test
    void tellsWhatIsWrongAndHowGraveInBothLanguages() {
        assertThat(csv(false))
                .contains(
                        "silver.activite,abc,service_inconnu,rejet,1,33.33,l. 3 : finess:010000016 · S9,Le service ne figure pas dans la liste")
                .contains(
                        "etablissement,fichier,commune_inconnue,signalement,1,50,l. 1 : 010000016,Aucun indice ne donne la commune.")
                .contains("Heures (nb_heures) : inférieur à 0.");
        assertThat(csv(true)).contains("flagged").contains("No evidence gives the commune.");
    }

    @Test
    void saysWhenRecordsAreMissing() {
        assertThat(new FileCount("f", "finess-fhir", 10, 8, 2).balances()).isTrue();
        assertThat(new FileCount("f", "finess-fhir", 10, 8, 1).balances()).isFalse();
    }

    private static String csv(boolean english) {
        StringWriter out = new StringWriter();
        OutputFormat.CSV.write(report.rules(english), new PrintWriter(out));
        return out.toString();
    }

    @Test
    void showsWhereDocumentsDifferFromTheirContractNewestReleaseFirst() {
        assertThat(report.hasDrift()).isTrue();
        assertThat(report.drift(false).rows())
                .toIterable()
                .extracting(row -> row.subList(1, 7).toString())
                .containsExactly(
                        "[2026-08-31, gco.typegco, code_nouveau, 2, 2, 009]",
                        "[2026-07-31, pmej.ruche, inconnu, 40, 30, 12]");
    }
}
