package fr.maillage.gold.evaluation;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TextTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EvaluationParAxeTest {

    private static final String COLUMNS =
            "code_cooperation | code_referentiel | date_session | repondant | code_axe | code_item | score_reponse"
                    + " | est_non_concerne | poids_reponse | est_prioritaire\n";

    @Test
    void averagesRespondentsAndTellsHowManyAndHowFarApart(SparkSession spark) {
        assertThat(of(spark, """
                coop:c1 | inter_diag | 2024-03-12 | a | diagnostic | besoins | 1   | false | 3 | true
                coop:c1 | inter_diag | 2024-03-12 | a | diagnostic | acteurs | 0   | false | 1 | false
                coop:c1 | inter_diag | 2024-03-12 | b | diagnostic | besoins | 0.5 | false | 1 | false
                coop:c1 | inter_diag | 2024-03-12 | b | diagnostic | acteurs |     | true  | 1 | false
                coop:c1 | inter_diag | 2024-03-12 | b | communication | salaries |  | true | 1 | false
                coop:c1 | inter_diag | 2024-03-12 | c | forme_juridique | choix | 1 | false | 0 | false
                """)).hasRows("""
                code_cooperation | date_session | rang_axe | code_axe                   | score_axe | score_axe_min | score_axe_max | nb_repondants | nb_reponses | nb_non_concernes | nb_prioritaires | nb_questions
                coop:c1          | 2024-03-12   | 1        | diagnostic                 | 0.625     | 0.5           | 0.75          | 2             | 3           | 1                | 1               | 4
                coop:c1          | 2024-03-12   | 2        | orientations_strategiques  |           |               |               | 0             | 0           | 0                | 0               | 4
                coop:c1          | 2024-03-12   | 3        | orientations_operationnelles |         |               |               | 0             | 0           | 0                | 0               | 4
                coop:c1          | 2024-03-12   | 4        | forme_juridique            |           |               |               | 1             | 1           | 0                | 0               | 4
                coop:c1          | 2024-03-12   | 5        | communication              |           |               |               | 0             | 0           | 1                | 0               | 4
                coop:c1          | 2024-03-12   | 6        | mise_en_oeuvre             |           |               |               | 0             | 0           | 0                | 0               | 4
                """);
    }

    @Test
    void countsAnswersInWordsWithoutAScore(SparkSession spark) {
        assertThat(of(spark, """
                coop:c1 | positionnement | 2024-03-12 | a | points_forts | points_forts | | false | 1 | false
                coop:c1 | positionnement | 2024-03-12 | a | points_forts | points_forts | | false | 1 | false
                """).where("nb_reponses > 0")).hasRows("""
                code_axe     | libelle_axe  | score_axe | nb_repondants | nb_reponses
                points_forts | Points forts |           | 1             | 2
                """);
    }

    @Test
    void keepsScoresBetweenZeroAndOneInAnyOrderOfTheAnswers(SparkSession spark) {
        List<String> lines = answers(new Random(6));
        List<String> before = shown(of(spark, String.join("\n", lines)));
        Collections.shuffle(lines, new Random(7));

        assertThat(shown(of(spark, String.join("\n", lines)))).isEqualTo(before);
        assertThat(of(spark, String.join("\n", lines))
                        .where("score_axe IS NOT NULL")
                        .where("NOT (score_axe_min BETWEEN 0 AND score_axe AND score_axe_max BETWEEN score_axe AND 1)"
                                + " OR nb_repondants = 0 OR nb_reponses < nb_repondants")
                        .collectAsList())
                .isEmpty();
    }

    @Test
    void anAnswerMoreChangesNothingOfOtherAxesSessionsAndCooperations(SparkSession spark) {
        List<String> lines = answers(new Random(8));
        Dataset<Row> before = of(spark, String.join("\n", lines));
        lines.add("coop:c1 | inter_diag | 2024-03-12 | new | diagnostic | risques | 0 | false | 1 | false");
        Dataset<Row> after = of(spark, String.join("\n", lines));
        String others =
                "NOT (code_cooperation = 'coop:c1' AND date_session = '2024-03-12' AND code_axe = 'diagnostic')";

        assertThat(shown(after.where(others))).isNotEmpty().isEqualTo(shown(before.where(others)));
        assertThat(answersCounted(after)).isEqualTo(answersCounted(before) + 1);
    }

    private static long answersCounted(Dataset<Row> axes) {
        return axes.selectExpr("sum(nb_reponses)").first().getLong(0);
    }

    /** Answers of four people to two axes, on two days, in two cooperations, each question once. */
    private static List<String> answers(Random random) {
        List<String> scores = List.of("0 | false", "0.5 | false", "1 | false", " | true");
        List<String> lines = new ArrayList<>();
        for (String cooperation : List.of("coop:c1", "coop:c2")) {
            for (String day : List.of("2024-03-12", "2025-03-12")) {
                for (String person : List.of("a", "b", "c", "d")) {
                    for (String question : List.of(
                            "diagnostic | besoins",
                            "diagnostic | acteurs",
                            "diagnostic | forces",
                            "communication | x")) {
                        lines.add(String.join(
                                " | ",
                                cooperation,
                                "inter_diag",
                                day,
                                person,
                                question,
                                scores.get(random.nextInt(4)),
                                String.valueOf(1 + random.nextInt(7) / 3.0),
                                "false"));
                    }
                }
            }
        }
        return lines;
    }

    private static List<String> shown(Dataset<Row> axes) {
        return axes.orderBy(CODE_COOPERATION, DATE_SESSION, RANG_AXE).collectAsList().stream()
                .map(Row::toString)
                .toList();
    }

    private static Dataset<Row> of(SparkSession spark, String lines) {
        return EvaluationParAxe.apply(TextTable.table(spark, Silver.EVALUATION_REPONSE, COLUMNS + lines));
    }
}
