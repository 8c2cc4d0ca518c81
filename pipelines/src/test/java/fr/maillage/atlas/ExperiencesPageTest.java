package fr.maillage.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.atlas.habillage.PageEssayee;
import fr.maillage.experience.Catalogue;
import fr.maillage.experience.Libelles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Searches and opens cases in a headless Chromium. */
class ExperiencesPageTest extends PageEssayee {

    @BeforeAll
    void write() {
        shows(ExperiencesPage.write(Catalogue.read(), folder, new Libelles(false)));
    }

    @Test
    void listsEveryCase() {
        open("");

        assertThat(text("#compte")).isEqualTo("57 expériences");
        assertThat(codes()).startsWith("ANAP-01,ANAP-02,").endsWith(",DC-07");
    }

    @Test
    void searchesAsYouTypeInTheOrderOfTheCommand() {
        open("");
        browser.click("#mots");
        browser.type("MOBILITE");

        assertThat(codes()).isEqualTo("III-4,X-10,III-2,III-3");
        assertThat(hash()).isEqualTo("#q=MOBILITE");
    }

    @Test
    void narrowsByFacetsThatCountWhatIsLeft() {
        open("");
        browser.choose("#facette-type", "pays");
        browser.choose("#facette-forme", "partenariat");

        assertThat(codes()).isEqualTo("III-10,III-15,III-17");
        assertThat(text("#facette-taille option[value=une]")).isEqualTo("Une organisation (1)");
        assertThat(browser.text("document.querySelector('#facette-forme option[value=gcsms]').textContent"))
                .isEqualTo("Groupement de coopération sociale ou médico-sociale (1)");
        browser.click("#effacer");

        assertThat(text("#compte")).isEqualTo("57 expériences");
    }

    @Test
    void answersAQuestionAndATag() {
        open("#question=C03&etiquette=principe_e");

        assertThat(codes()).isEqualTo("III-10,III-11,III-12,III-15");
    }

    @Test
    void opensACardWithTheKeyboard() {
        open("");
        browser.text("document.querySelector('#III-14 summary').focus()");
        browser.press("Enter");

        assertThat(browser.await("document.querySelector('#III-14 .inside')?.textContent || ''"))
                .contains(
                        "Certification CEDRE : 2008",
                        "[L9377]",
                        "Clé de succès",
                        "Valider politiquement le dossier dès le démarrage",
                        "Même structure : III-5");
    }

    @Test
    void followsALinkToAnotherCase() {
        open("#forme=ges&cas=III-14");
        browser.text("document.querySelector('#III-14 a[href=\"#cas=III-5\"]').click()");

        assertThat(browser.await("document.querySelector('#III-5 .inside')?.textContent || ''"))
                .contains("plus de 3000000 €", "Le modèle économique");
    }

    @Test
    void showsTheLessonsOfTheTagThatIsChosen() {
        open("#etiquette=principe_g");

        assertThat(text("#lecons")).contains("Clé de succès", "Garantir la liberté de parole", "[L4436]");
        browser.choose("#facette-etiquette", "");

        assertThat(browser.text("document.getElementById('lecons').hidden")).isEqualTo("true");
    }

    @Test
    void opensAndClosesAllThatIsShown() {
        open("#forme=ges");
        browser.click("#ouvrir");
        assertThat(browser.text("document.querySelectorAll('#liste details[open] .inside').length"))
                .isEqualTo("5");
        browser.click("#fermer");

        assertThat(browser.text("document.querySelectorAll('#liste details[open]').length"))
                .isEqualTo("0");
    }

    @Test
    void saysThatNothingIsLeft() {
        open("#q=licorne");

        assertThat(text("#liste")).isEqualTo("Aucune expérience n’a tout ce qui est demandé.");
    }

    @Test
    void fitsATelephone() {
        assertThat(tooWideForATelephone("")).isZero();
        assertThat(tooWideForATelephone("#cas=III-14")).isZero();
    }

    @Test
    void hasANameForEveryControl() {
        open("");

        assertThat(controlsWithoutName()).isEmpty();
    }

    private String codes() {
        return browser.text("[...document.querySelectorAll('#liste .case')].map((one) => one.id).join()");
    }
}
