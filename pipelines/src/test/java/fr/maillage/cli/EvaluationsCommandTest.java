package fr.maillage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.warehouse.FabricatedWarehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frameworks without a warehouse, and the assessments of one small published warehouse. */
@SparkTest
class EvaluationsCommandTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void fabricate(SparkSession spark) {
        new FabricatedWarehouse(spark, folder.resolve("evaluated"))
                .with(Silver.COOPERATION, "code_cooperation | nom\ncoop:c1 | GCSMS Un")
                .with(Gold.EVALUATION_PAR_AXE, """
                        code_cooperation | code_referentiel | date_session | code_axe      | rang_axe | score_axe | score_axe_min | score_axe_max | nb_repondants | nb_reponses | nb_non_concernes | nb_prioritaires | nb_questions
                        coop:c1          | inter_diag       | 2024-03-12   | diagnostic    | 1        | 0.625     | 0.5           | 0.75          | 2             | 3           | 1                | 0               | 4
                        coop:c1          | inter_diag       | 2024-03-12   | communication | 5        |           |               |               | 0             | 0           | 1                | 0               | 4
                        coop:c1          | positionnement   | 2024-03-12   | points_forts  | 1        |           |               |               | 1             | 2           | 0                | 0               | 1
                        """)
                .with(Gold.EVALUATION_PAR_ITEM, """
                        code_cooperation | code_referentiel | date_session | code_axe     | code_item    | code_acteur | code_reponse | nb_repondants | nb_reponses
                        coop:c1          | positionnement   | 2024-03-12   | points_forts | points_forts | ext:a       | texte        | 1             | 2
                        """)
                .publish();
        new FabricatedWarehouse(spark, folder.resolve("bare"))
                .with(Silver.COOPERATION, "code_cooperation | nom\ncoop:c1 | GCSMS Un")
                .publish();
    }

    @Test
    void listsTheFrameworksWithoutAWarehouse() {
        assertThat(told("evaluations", "--format", "csv"))
                .contains("inter_diag,6,24,anap,L5867-5887,", "developpement_durable,4,45,dts,L5526-5705,");
    }

    @Test
    void printsTheQuestionsOfAFrameworkWithTheirLines() {
        assertThat(told("evaluations", "--referentiel", "inter_diag"))
                .contains("ni les questions ni leur poids", "oui, en_partie, non, non_concerne", "maillage", "L5879");
        assertThat(told("evaluations", "--framework", "developpement_durable", "--locale", "en"))
                .contains("Biodiversity", "L5651", "source");
    }

    @Test
    void refusesAFrameworkThereIsNot() {
        Typed typed = Typed.run("evaluations", "--referentiel", "interdiag");

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("Cannot show the framework interdiag", "Try inter_diag");
    }

    @Test
    void tellsScoresWithHowManyAnswered() {
        assertThat(told("evaluations", "c1", "--format", "csv", "--warehouse", evaluated()))
                .contains(
                        "inter_diag,2024-03-12,Diagnostic,0.625,0.5,0.75,2,3,1,0",
                        "inter_diag,2024-03-12,Communication,,,,0,0,1,0",
                        "positionnement,2024-03-12,Points forts,,,,1,2,0,0");
        assertThat(told("evaluations", "coop:c1", "--referentiel", "positionnement", "--warehouse", evaluated()))
                .contains("Points forts")
                .doesNotContain("inter_diag");
    }

    @Test
    void writesAPage() throws Exception {
        String file = told("evaluations", "c1", "--out", folder.resolve("page").toString(), "--warehouse", evaluated())
                .strip();

        assertThat(Files.readString(Path.of(file))).contains("GCSMS Un", "En toutes lettres (2)", "0,63");
    }

    @Test
    void saysWhatToDoWhereThereIsNothingToShow() {
        assertThat(refused("evaluations", "c2", "--warehouse", evaluated())).contains("it has none. Try c1");
        assertThat(refused("evaluations", "c1", "--referentiel", "cooperact", "--warehouse", evaluated()))
                .contains("by cooperact: nobody answered");
        assertThat(refused(
                        "evaluations",
                        "c1",
                        "--warehouse",
                        folder.resolve("bare").toString()))
                .contains("ingest --template evaluations");
        assertThat(refused("evaluations", "--out", "x")).contains("of which cooperation");
    }

    private static String evaluated() {
        return folder.resolve("evaluated").toString();
    }

    private static String refused(String... args) {
        Typed typed = Typed.run(args);
        assertThat(typed.exitCode()).isEqualTo(2);
        return typed.err();
    }

    private static String told(String... args) {
        Typed typed = Typed.run(args);
        assertThat(typed.err()).isEmpty();
        assertThat(typed.exitCode()).isZero();
        return typed.out();
    }
}
