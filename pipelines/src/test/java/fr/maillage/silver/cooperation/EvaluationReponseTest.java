package fr.maillage.silver.cooperation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EvaluationReponseTest {

    @Test
    void givesEachAnswerItsAxisAndScore(SparkSession spark) {
        assertThat(reponses(spark, """
                cooperation | referentiel           | session    | repondant  | item            | reponse      | poids | prioritaire | acteur    | autre | _ligne | _rang
                c1          | Inter Diag            | 12/03/2024 | directrice | besoins         | En partie    |       |             |           |       | 2      | 1
                coop:c1     | inter_diag            | 2024-03-12 | directrice | acteurs         | non concerné | 3     |             |           |       | 3      | 1
                c1          | developpement_durable | 2024-03-12 | membre-2   | dd_e1           | positif      | 0,5   | oui         |           |       | 4      | 1
                c1          | positionnement        | 2024-03-12 | membre-2   | points_forts    | Équipe mobile |      |             | ext:a     |       | 5      | 1
                c1          | positionnement        | 2024-03-12 | membre-2   | points_forts    | Locaux       |       |             | ext:a     |       | 6      | 1
                c1          | grille_relations      | 2024-03-12 | membre-2   | nature          | alliance     |       |             | ext:b     | ext:a | 7      | 1
                c1          | diagnostic_territorial | 2024-03-12 | membre-2  | mode_gouvernance | participative |     |             | ext:b     |       | 8      | 1
                """)).hasRows("""
                code_cooperation | code_referentiel       | date_session | repondant  | code_axe      | code_item        | code_acteur | code_acteur_autre | code_reponse  | texte_reponse | score_reponse | est_non_concerne | poids_reponse | est_prioritaire | _ligne | _regles
                coop:c1          | inter_diag             | 2024-03-12   | directrice | diagnostic    | besoins          |             |                   | en_partie     |               | 0.5           | false            | 1.0           | false           | 2      |
                coop:c1          | inter_diag             | 2024-03-12   | directrice | diagnostic    | acteurs          |             |                   | non_concerne  |               |               | true             | 3.0           | false           | 3      |
                coop:c1          | developpement_durable  | 2024-03-12   | membre-2   | economie      | dd_e1            |             |                   | positif       |               | 0.75          | false            | 0.5           | true            | 4      |
                coop:c1          | positionnement         | 2024-03-12   | membre-2   | points_forts  | points_forts     | ext:a       |                   | texte         | Équipe mobile |               | false            | 1.0           | false           | 5      |
                coop:c1          | positionnement         | 2024-03-12   | membre-2   | points_forts  | points_forts     | ext:a       |                   | texte         | Locaux        |               | false            | 1.0           | false           | 6      |
                coop:c1          | grille_relations       | 2024-03-12   | membre-2   | nature        | nature           | ext:a       | ext:b             | alliance      |               |               | false            | 1.0           | false           | 7      |
                coop:c1          | diagnostic_territorial | 2024-03-12   | membre-2   | gouvernance   | mode_gouvernance |             |                   | participative |               |               | false            | 1.0           | false           | 8      |
                """);
    }

    @Test
    void saysLineByLineWhatIsWrong(SparkSession spark) {
        assertThat(reponses(spark, """
                cooperation | referentiel      | session    | repondant | item         | reponse    | poids | acteur   | autre | _ligne | _rang
                inconnue    | inter_diag       | 2024-03-12 | a         | besoins      | oui        |       |          |       | 2      | 1
                c1          | astrologie       | 2024-03-12 | a         | besoins      | oui        |       |          |       | 3      | 1
                c1          | inter_diag       | 2024-03-12 | a         | licorne      | oui        |       |          |       | 4      | 1
                c1          | inter_diag       | au printemps | a       | besoins      | oui        |       |          |       | 5      | 1
                c1          | inter_diag       | 2024-03-12 |           | besoins      | oui        |       |          |       | 6      | 1
                c1          | inter_diag       | 2024-03-12 | a         | acteurs      |            |       |          |       | 7      | 1
                c1          | inter_diag       | 2024-03-12 | a         | acteurs      | peut-être  |       |          |       | 8      | 1
                c1          | positionnement   | 2024-03-12 | a         | points_forts | Équipe     |       |          |       | 9      | 1
                c1          | grille_relations | 2024-03-12 | a         | nature       | alliance   |       | ext:a    | ext:a | 10     | 1
                c1          | inter_diag       | 2024-03-12 | a         | forces       | oui        | -1    |          |       | 11     | 1
                c1          | inter_diag       | 2024-03-12 | a         | forces       | oui        | lourd |          |       | 12     | 1
                c1          | inter_diag       | 2024-03-12 | a         | risques      | oui        |       |          |       | 13     | 1
                c1          | inter_diag       | 2024-03-12 | a         | risques      | non        |       |          |       | 14     | 1
                c1          | grille_relations | 2024-03-12 | a         | objet        | moyens     |       | ext:a    | ext:b | 15     | 1
                c1          | grille_relations | 2024-03-12 | a         | objet        | valeurs    |       | ext:b    | ext:a | 16     | 1
                """)).hasRows("""
                _ligne | _regles
                2      | cooperation_absente
                3      | referentiel_inconnu
                4      | item_inconnu
                5      | session_sans_date
                6      | repondant_absent
                7      | reponse_absente
                8      | reponse_hors_liste
                9      | acteur_absent
                10     | autre_acteur_absent
                11     | poids_illisible
                12     | poids_illisible
                13     |
                14     | reponse_en_double
                15     |
                16     | reponse_en_double
                """);
    }

    @Test
    void aLaterUploadReplacesTheAnswersOfTheSamePersonAlone(SparkSession spark) {
        assertThat(reponses(spark, """
                cooperation | referentiel | session    | repondant | item    | reponse | _fichier | _ligne | _rang
                c1          | inter_diag  | 2024-03-12 | a         | besoins | non     | f1       | 2      | 1
                c1          | inter_diag  | 2024-03-12 | b         | besoins | non     | f1       | 3      | 1
                c1          | inter_diag  | 2025-03-12 | a         | besoins | non     | f1       | 4      | 1
                c1          | inter_diag  | 2024-03-12 | a         | besoins | oui     | f2       | 2      | 2
                """)).hasRows("""
                _fichier | _ligne | repondant | code_reponse | _regles
                f1       | 3      | b         | non          |
                f1       | 4      | a         | non          |
                f2       | 2      | a         | oui          |
                """);
    }

    @Test
    void theExampleBreaksNoRule(SparkSession spark) {
        CodeList lines = CodeList.readFile("/example/evaluations.csv");
        String text = Stream.concat(
                        Stream.of(String.join("|", lines.columns()) + "|_ligne|_rang"),
                        IntStream.range(0, lines.rows().size())
                                .mapToObj(i ->
                                        String.join("|", lines.rows().get(i).values()) + "|" + (i + 2) + "|1"))
                .collect(Collectors.joining("\n"));
        String cooperations = Stream.concat(
                        Stream.of("code_cooperation"),
                        CodeList.readFile("/example/cooperations.csv").codes().stream()
                                .map(code -> "coop:" + code))
                .collect(Collectors.joining("\n"));
        Dataset<Row> built = new EvaluationReponse()
                .build(new TestTables(spark)
                        .with(Bronze.DECLARATION_EVALUATION, text)
                        .with(Silver.COOPERATION, cooperations));

        assertThat(built.selectExpr("count(*) AS n", "count_if(size(_regles) > 0) AS broken"))
                .hasRows("""
                n    | broken
                %d | 0
                """.formatted(lines.rows().size()));
    }

    private static Dataset<Row> reponses(SparkSession spark, String declarations) {
        return new EvaluationReponse()
                .build(new TestTables(spark)
                        .with(Bronze.DECLARATION_EVALUATION, declarations)
                        .with(Silver.COOPERATION, "code_cooperation\ncoop:c1"));
    }
}
