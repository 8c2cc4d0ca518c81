package fr.maillage.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.experience.Libelles;
import java.nio.file.Files;
import java.nio.file.Path;
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
                .isEqualTo(EvaluationsPage.html(EvaluationDessai.of(), new Libelles(false)));
    }

    @Test
    void saysTheSameInPictureAndTable() {
        assertThat(EvaluationsPage.html(EvaluationDessai.of(), new Libelles(false)))
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
        String page = EvaluationsPage.html(EvaluationDessai.of(), new Libelles(false));
        String grid = page.substring(page.indexOf("id=\"grille_relations\""), page.indexOf("id=\"utilite_sociale\""));

        assertThat(grid)
                .contains("1. La nature dominante des relations</th><td>2</td><td>2</td>")
                .doesNotContain("Score", "<svg");
    }

    @Test
    void isWrittenInEnglishToo() {
        assertThat(EvaluationsPage.html(EvaluationDessai.of(), new Libelles(true)))
                .contains(
                        "<html lang=\"en\" data-ready",
                        "Assessments: GCSMS",
                        "<title>Diagnosis, 18 June 2024: 0.25, N = 3</title>",
                        "Legal form");
    }
}
