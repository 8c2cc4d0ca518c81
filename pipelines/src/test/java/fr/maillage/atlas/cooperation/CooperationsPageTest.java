package fr.maillage.atlas.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.atlas.habillage.Habillage;
import fr.maillage.atlas.habillage.PageEssayee;
import fr.maillage.atlas.habillage.Volet;
import fr.maillage.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Searches cooperations and opens their sheets in a headless Chromium. */
@SparkTest
class CooperationsPageTest extends PageEssayee {

    private static final int FOUND = 2_672;

    private static final Map<String, String> EVALUEES = Map.of("coop:essai", "evaluations-essai.html");
    private static final Map<String, String> CARTES = Map.of("coop:essai", "region-00.html");
    private static final Habillage HABILLAGE = new Habillage(false, true, EnumSet.allOf(Volet.class));

    private Path nation;

    @BeforeAll
    void write(SparkSession spark) throws IOException {
        Cooperations data = CooperationsReader.read(CooperationsDessai.tables(spark));
        shows(write("cooperations.html", data));
        nation = write("nation.html", withFound(data));
    }

    private Path write(String name, Cooperations data) throws IOException {
        String html = CooperationsPage.html(data, Map.of("96", "Essai", "99", "Lac"), EVALUEES, CARTES, HABILLAGE);
        return Files.writeString(folder.resolve(name), html);
    }

    /** As many more as the national registries give away. */
    private static Cooperations withFound(Cooperations data) {
        List<Map<String, Object>> rows = new ArrayList<>(data.lignes());
        for (int i = 0; i < FOUND; i++) {
            Map<String, Object> row = new HashMap<>(data.lignes().get(2));
            row.put("code_cooperation", "coop:finess:75" + i);
            row.put("nom", "Maison de santé numéro " + i);
            rows.add(row);
        }
        return new Cooperations(
                data.jour(), rows.size(), rows, data.dossiers(), data.frise(), data.noms(), data.coupes());
    }

    @Test
    void listsEveryCooperationWithWhatIsNotKnown() {
        open("");

        assertThat(text("#compte")).isEqualTo("4 coopérations");
        assertThat(names()).isEqualTo("GCSMS de l’<Essai>/Convention finie/Maison de santé/coop:finess:2 (sans nom)");
        assertThat(text("#liste tbody tr:nth-child(3)")).contains("Non connu", "Trouvée dans un registre");
        assertThat(count("#liste a")).isEqualTo(2);
    }

    @Test
    void searchesNamesAndMembersAsYouType() {
        open("");
        browser.click("#mots");
        browser.type("FONDATION lac");

        assertThat(names()).isEqualTo("GCSMS de l’<Essai>");
        assertThat(hash()).isEqualTo("#q=FONDATION+lac");
    }

    @Test
    void narrowsByEveryFacet() {
        open("");

        assertThat(chosen("forme", "msp")).isEqualTo("Maison de santé");
        assertThat(chosen("categorie", "parcours")).isEqualTo("GCSMS de l’<Essai>");
        assertThat(chosen("maturite", "terminee")).isEqualTo("Convention finie");
        assertThat(chosen("vie", "non")).isEqualTo("Convention finie");
        assertThat(chosen("champ", "sans_structure_medico_sociale")).isEqualTo("Convention finie");
        assertThat(chosen("origine", "detectee")).isEqualTo("Maison de santé/coop:finess:2 (sans nom)");
        assertThat(chosen("departement", "99")).isEqualTo("GCSMS de l’<Essai>");
        assertThat(chosen("categorie", "-")).isEqualTo("Convention finie/Maison de santé/coop:finess:2 (sans nom)");
    }

    @Test
    void saysThatNothingIsLeft() {
        open("#q=licorne");

        assertThat(text("#compte")).isEqualTo("Aucune coopération n’a tout ce qui est demandé.");
    }

    @Test
    void opensTheSheetWithTheKeyboardAndGoesBackToWhereOneWas() {
        open("#q=essai");
        browser.text("document.querySelector('#liste a').focus()");
        browser.press("Enter");

        assertThat(browser.await("document.querySelector('#fiche h1')?.textContent || ''"))
                .isEqualTo("GCSMS de l’<Essai>");
        assertThat(browser.text("document.activeElement.id")).isEqualTo("fiche");
        assertThat(hash()).isEqualTo("#coop:essai");
        browser.press("Escape");

        assertThat(browser.await("document.getElementById('fiche').hidden ? 'closed' : ''"))
                .isEqualTo("closed");
        assertThat(names()).isEqualTo("GCSMS de l’<Essai>/Convention finie");
        assertThat(browser.text("document.activeElement.textContent")).isEqualTo("GCSMS de l’<Essai>");
    }

    @Test
    void opensTheSheetOfItsAddressInTheSevenPartsOfTheGuide() {
        open("#coop:essai");

        assertThat(browser.text("[...document.querySelectorAll('#fiche h2')].map((h) => h.textContent).join('/')"))
                .isEqualTo("Fiche synthétique/Objectifs/Modalités de mise en œuvre/Enseignements/Gains obtenus"
                        + "/Outils/Perspectives");
        assertThat(text("#fiche"))
                .contains("Appuyer le <b>domicile</b>", "SSIAD des Dunes", "Groupement privé non lucratif");
        assertThat(count("#fiche .matrice > div")).isEqualTo(4);
        assertThat(browser.text("getComputedStyle(document.getElementById('ensemble')).display"))
                .isEqualTo("none");
        assertThat(browser.text("document.title")).isEqualTo("GCSMS de l’<Essai> — Maillage");
    }

    @Test
    void saysInWordsHowACooperationIsKnown() {
        open("#coop:essai");

        assertThat(text("#fiche dl")).contains("Déclaration, numéro FINESS 960000001");
    }

    @Test
    void leadsFromTheSheetToTheMapAndTheRadarsOfItsCooperation() {
        open("#coop:essai");

        assertThat(
                        browser.text(
                                "[...document.querySelectorAll('#fiche .ailleurs a')].map((a) => a.getAttribute('href')).join()"))
                .isEqualTo("region-00.html#k=coop:essai,evaluations-essai.html");
        open("#coop:finie");

        assertThat(count("#fiche .ailleurs")).isZero();
    }

    @Test
    void leadsToTheOtherPagesOfTheAtlas() {
        open("");

        assertThat(browser.text("[...document.querySelectorAll('.pages a')].map((a) => a.textContent).join()"))
                .isEqualTo("Carte,Coopérations,Évaluations,Expériences");
        assertThat(text(".pages [aria-current=page]")).isEqualTo("Coopérations");
    }

    @Test
    void goesBackToTheListWhenSearchedFromASheet() {
        open("#coop:essai");
        browser.click("#mots");
        browser.type("lac");

        assertThat(names()).isEqualTo("GCSMS de l’<Essai>");
        assertThat(browser.text("document.getElementById('fiche').hidden")).isEqualTo("true");
        assertThat(hash()).isEqualTo("#q=lac");
    }

    @Test
    void printsTheSheetAlone() {
        open("#coop:essai");
        browser.text("(() => { window.printed = 0; window.print = () => { window.printed += 1; }; })()");
        browser.click("#fiche .print");

        assertThat(browser.text("window.printed")).isEqualTo("1");
        assertThat(browser.text("[...document.styleSheets[0].cssRules].filter((r) => r.conditionText === 'print' ||"
                        + " r.media?.mediaText === 'print').map((r) => r.cssText).join()"))
                .contains(".fiche .heading p:last-child");
    }

    @Test
    void countsCreatedEndedAndLivingYearByYear() {
        open("");

        assertThat(year("2018")).isEqualTo("1,0,1");
        assertThat(year("2019")).isEqualTo("1,0,2");
        assertThat(year("2020")).isEqualTo("0,1,2");
        assertThat(year("2021")).isEqualTo("1,0,2");
        assertThat(text("#frise-note")).endsWith("1.");
        assertThat(text("#legende")).contains("Maison de santé pluriprofessionnelle (MSP)");
        browser.choose("#facette-forme", "msp");

        assertThat(year("2021")).isEqualTo("1,0,1");
        assertThat(text("#frise-forme")).isEqualTo("Maison de santé pluriprofessionnelle (MSP)");
        assertThat(browser.text("document.querySelector('#graphique svg').getAttribute('aria-label')"))
                .contains("2021–2025", "Vivantes 1");
    }

    @Test
    void showsANationWithinTwoSecondsOfWorkAndFourMegabytes() throws IOException {
        double before = browser.busySeconds();
        browser.open(nation.toUri().toString());

        assertThat(browser.busySeconds() - before).isLessThan(2);
        assertThat(text("#compte")).isEqualTo("2\u202f676 coopérations");
        assertThat(count("#liste tbody tr")).isEqualTo(200);
        browser.click("#suite");

        assertThat(count("#liste tbody tr")).isEqualTo(400);
        assertThat(Files.size(nation)).isLessThan(4_000_000);
    }

    @Test
    void fitsATelephone() {
        assertThat(tooWideForATelephone("")).isZero();
        assertThat(tooWideForATelephone("#coop:essai")).isZero();
    }

    @Test
    void hasANameForEveryControlAndOneFirstHeadingInSight() {
        open("");

        assertThat(controlsWithoutName()).isEmpty();
        assertThat(browser.text("[...document.querySelectorAll('h1')].filter((h) => h.offsetParent !== null).length"))
                .isEqualTo("1");
    }

    private String chosen(String facet, String value) {
        browser.click("#effacer");
        browser.choose("#facette-" + facet, value);
        return names();
    }

    private String names() {
        return browser.text(
                "[...document.querySelectorAll('#liste tbody th')].map((one) => one.textContent).join('/')");
    }

    private String year(String year) {
        return browser.text("[...document.querySelectorAll('#annees tbody tr')]"
                + ".filter((row) => row.cells[0].textContent === '" + year
                + "').map((row) => [...row.cells].slice(1).map((cell) => cell.textContent).join()).join('/')");
    }
}
