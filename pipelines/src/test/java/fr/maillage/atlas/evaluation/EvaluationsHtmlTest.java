package fr.maillage.atlas.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.atlas.habillage.Habillage;
import fr.maillage.atlas.habillage.Volet;
import fr.maillage.evaluation.Evaluation;
import fr.maillage.experience.Libelles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the page, where no browser is needed. */
class EvaluationsHtmlTest {

    @Test
    void needsNoOtherFileAndIsTheSameTwice(@TempDir Path folder) throws Exception {
        Path file = EvaluationsPage.write(EvaluationDessai.of(), folder.resolve("a/b"), new Libelles(false));

        assertThat(file).hasFileName("evaluations-rives-orlance.html");
        assertThat(Files.readString(file))
                .startsWith("<!doctype html>\n<html lang=\"fr\" data-ready=\"true\">")
                .doesNotContain("{{", "src=", "<link", "https:", "@import", "<script", "<Les Rives>")
                .contains("GCSMS &lt;Les Rives>")
                .isEqualTo(EvaluationsPage.html(EvaluationDessai.of(), new Habillage(false, true, Set.of())));
    }

    @Test
    void saysTheSameInPictureAndTable() {
        assertThat(EvaluationsPage.html(EvaluationDessai.of(), new Habillage(false, true, Set.of())))
                .contains(
                        "<title>Diagnostic, 18 juin 2024 : 0,25, N = 3</title>",
                        "<th scope=\"row\">1. Diagnostic</th><td>0,25</td><td>0,13 – 0,38</td><td>3</td><td>11</td>"
                                + "<td>0,50</td>",
                        "<th scope=\"row\">3. Orientations opérationnelles</th><td>–</td><td>–</td><td>0</td>"
                                + "<td>0 + 1</td>",
                        "ext:a / ext:b</td><td class=\"words\">Alliance (2), Opposition (1)</td>",
                        "L5867-5887");
    }

    @Test
    void countsAnswersWithoutScoresOfAFrameworkThatHasNone() {
        String page = EvaluationsPage.html(EvaluationDessai.of(), new Habillage(false, true, Set.of()));
        String grid = page.substring(page.indexOf("id=\"grille_relations\""), page.indexOf("id=\"utilite_sociale\""));

        assertThat(grid)
                .contains("1. La nature dominante des relations</th><td>2</td><td>2</td>")
                .doesNotContain("Score", "<svg");
    }

    @Test
    void saysThatNothingOfAFictionalTerritoryExists() {
        Evaluation real = new Evaluation("coop:a", "Vraie", false, List.of(), List.of());

        assertThat(EvaluationsPage.html(EvaluationDessai.of(), new Habillage(false, true, Set.of())))
                .contains("role=\"note\"", ">Territoire fictif : ");
        assertThat(EvaluationsPage.html(real, new Habillage(false, false, Set.of())))
                .doesNotContain("role=\"note\"");
    }

    @Test
    void linksToThePagesThatStandBesideIt(@TempDir Path folder) throws Exception {
        Path alone = EvaluationsPage.write(EvaluationDessai.of(), folder, new Libelles(false));
        assertThat(Files.readString(alone)).doesNotContain("<nav");
        Files.writeString(folder.resolve("cooperations.html"), "");
        Path beside = EvaluationsPage.write(EvaluationDessai.of(), folder, new Libelles(false));

        assertThat(Files.readString(beside))
                .contains("href=\"cooperations.html\"", "href=\"cooperations.html#coop:rives-orlance\"")
                .doesNotContain("href=\"index.html\"");
    }

    @Test
    void listsTheCooperationsThatHaveAnswers() {
        assertThat(new EvaluationsListe(new Habillage(false, true, EnumSet.allOf(Volet.class)))
                        .html(List.of(EvaluationDessai.of())))
                .contains(
                        "<a href=\"evaluations-rives-orlance.html\">GCSMS &lt;Les Rives></a>",
                        "Inter Diag Coopérations médico-sociales · ",
                        "17 juin 2025",
                        "aria-current=\"page\"");
    }

    @Test
    void isWrittenInEnglishToo() {
        assertThat(EvaluationsPage.html(EvaluationDessai.of(), new Habillage(true, true, Set.of())))
                .contains(
                        "<html lang=\"en\" data-ready",
                        "Assessments: GCSMS",
                        "<title>Diagnosis, 18 June 2024: 0.25, N = 3</title>",
                        "Legal form");
    }
}
