package fr.maillage.atlas.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.atlas.habillage.PageEssayee;
import fr.maillage.experience.Libelles;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Looks at the radars in a headless Chromium. */
class EvaluationsPageTest extends PageEssayee {

    @BeforeAll
    void write() {
        Path file = EvaluationsPage.write(EvaluationDessai.of(), folder, new Libelles(false));
        shows(file);
        open("");
    }

    @Test
    void drawsARadarForEachFrameworkWithScores() {
        assertThat(browser.text("[...document.querySelectorAll('section')].map((one) => one.id + ' '"
                        + " + one.querySelectorAll('svg.radar').length).join()"))
                .isEqualTo("inter_diag 1,cooperact 1,fiche_gcsms 1,grille_relations 0,utilite_sociale 1,"
                        + "developpement_durable 1,reperes 1");
    }

    @Test
    void leavesAGapWhereNobodyAnswered() {
        assertThat(browser.text("[...document.querySelectorAll('#inter_diag .session')]"
                        + ".map((one) => one.querySelectorAll('.point').length).join()"))
                .isEqualTo("5,6");
    }

    @Test
    void putsFurtherOutWhatHasAHigherScore() {
        assertThat(browser.text("((top) => top(1) < top(0))((n) => document.querySelectorAll('#inter_diag .session')[n]"
                        + ".querySelector('.point').getBoundingClientRect().y)"))
                .isEqualTo("true");
    }

    /** Names of axes neither leave the drawing nor lie over each other. */
    @Test
    void keepsEveryNameReadable() {
        assertThat(browser.text("""
                [...document.querySelectorAll('svg.radar')].map((svg) => {
                  const frame = svg.getBoundingClientRect();
                  const boxes = [...svg.querySelectorAll('text.name')].map((one) => one.getBoundingClientRect());
                  const out = boxes.filter((b) => b.left < frame.left - 1 || b.right > frame.right + 1
                    || b.top < frame.top - 1 || b.bottom > frame.bottom + 1).length;
                  const over = boxes.filter((a, i) => boxes.some((b, j) => j > i && a.left < b.right - 1
                    && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4)).length;
                  return out + over;
                }).join()""")).isEqualTo("0,0,0,0,0,0");
    }

    @Test
    void letsNoNumberRunOverTheNext() {
        assertThat(browser.text(
                        "[...document.querySelectorAll('td, th')].filter((one) => one.scrollWidth > one.clientWidth + 1)"
                                + ".map((one) => one.textContent).join()"))
                .isEmpty();
        assertThat(browser.text("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo("true");
    }

    @Test
    void fitsATelephone() {
        assertThat(tooWideForATelephone("")).isZero();
    }

    @Test
    void tellsSessionsApartWithoutColour() {
        assertThat(browser.text("new Set([...document.querySelectorAll('#inter_diag .session .line')]"
                        + ".map((one) => one.getAttribute('stroke-dasharray'))).size"))
                .isEqualTo("2");
        assertThat(browser.text("new Set([...document.querySelectorAll('#inter_diag .session')]"
                        + ".map((one) => one.querySelector('.point').getAttribute('d'))).size"))
                .isEqualTo("2");
    }
}
