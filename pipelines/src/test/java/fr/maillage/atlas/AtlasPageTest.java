package fr.maillage.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.maillage.atlas.habillage.PageEssayee;
import fr.maillage.atlas.habillage.Volet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clicks through the page in a headless Chromium. */
class AtlasPageTest extends PageEssayee {

    @BeforeAll
    void write() {
        shows(Atlas.write(TerritoireDessai.data(), folder, Locale.FRENCH).get(0));
    }

    @Test
    void showsTheCoverageFirst() {
        open("");

        assertThat(text("#title")).isEqualTo("Part des établissements en coopération");
        assertThat(text("#findings")).contains("zone blanche");
        assertThat(text("#fictional")).startsWith("Territoire fictif");
    }

    @Test
    void isShownWithinTwoSecondsOfWork() {
        double before = browser.busySeconds();
        open("");

        assertThat(browser.busySeconds() - before).isLessThan(2);
    }

    @Test
    void framesADepartement() {
        open("#p=0&l=0&f=departement:96");

        assertThat(Double.parseDouble(browser.text(
                        "Atlas.view.screen(Atlas.outlines.of(Atlas.model.levels.get('departement')).shapes[0].centre)[0]"
                                + " / document.getElementById('canvas').clientWidth")))
                .isBetween(0.45, 0.55);
    }

    @Test
    void drawsTheMapInColours() {
        open("#p=0&l=0");

        assertThat(Integer.parseInt(browser.text(COLOURS_ON_THE_MAP))).isGreaterThan(5);
    }

    @Test
    void changesTheIndicatorTheLevelAndTheMethod() {
        open("");
        browser.choose("#indicator", "taux_pour_10000");
        browser.click("#levels label:first-child");
        browser.click("#methods label:first-child");

        assertThat(text("#title")).isEqualTo("Établissements pour 10 000 habitants");
        assertThat(count("#table tbody tr")).isEqualTo(2);
        assertThat(hash()).contains("i=taux_pour_10000", "n=departement", "m=quantile");
    }

    @Test
    void tellsTheValueUnderTheMouse() {
        open("#p=0&l=0&n=departement");
        browser.move("#canvas", 60, 0);

        assertThat(browser.await(
                        "document.querySelector('#tip').hidden ? '' : document.querySelector('#tip').textContent"))
                .contains("departement 99", "%", "Établissements en coopération");
    }

    @Test
    void opensTheSheetOfTheTerritoryThatIsClicked() {
        open("#p=0&l=0&n=departement");
        browser.click("#canvas", -60, 0);

        assertThat(browser.await("document.querySelector('#details .kind')?.textContent || ''"))
                .isEqualTo("Département 96 · region 00");
        assertThat(hash()).contains("t=departement:96");
        assertThat(browser.text("document.querySelector('#table tr[aria-current]').textContent"))
                .contains("departement 96");
    }

    @Test
    void findsACommuneWithoutItsAccents() {
        open("");
        browser.click("#search");
        browser.type("st elie");
        assertThat(browser.await("document.querySelector('#found li')?.textContent || ''"))
                .startsWith("Saint-Élie");
        browser.press("Enter");

        assertThat(text("#details-title")).isEqualTo("Saint-Élie-l’Épreuve");
        assertThat(text("#status")).startsWith("Saint-Élie-l’Épreuve");
    }

    @Test
    void movesFromTerritoryToTerritoryWithTheKeyboard() {
        open("#n=departement");
        browser.text("document.getElementById('canvas').focus()");
        browser.press("ArrowLeft");
        String first = text("#details-title");
        browser.press("ArrowRight");
        browser.press("ArrowRight");

        assertThat(first).startsWith("departement");
        assertThat(text("#details-title")).isEqualTo("departement 99");
        assertThat(text("#status")).startsWith("departement 99");
    }

    @Test
    void sortsTheTable() {
        open("");
        browser.click("#table thead button[data-column=name]");

        assertThat(browser.text("document.querySelector('#table thead th').getAttribute('aria-sort')"))
                .isEqualTo("ascending");
        assertThat(text("#table tbody tr:first-child th")).isEqualTo("Commune 2");
    }

    @Test
    void drawsNoDataApartFromZero() {
        open("#i=nb_heures&n=commune");
        String legend = text("#legend");

        assertThat(legend).contains("Personne n’a déclaré", "0 — Zéro heure déclarée");
        assertThat(browser.text("Atlas.exports.csv()")).contains(";Personne n’a déclaré", ";Zéro heure déclarée");
    }

    @Test
    void downloadsTheValuesShown() throws IOException {
        open("#i=nb_etablissements&n=departement");
        browser.click("#csv");
        Path file = awaitFile("maillage-nb_etablissements-ENS-departement-2025.csv");

        assertThat(Files.readAllLines(file))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("departement;99;departement 99;nb_etablissements;ENS;2025;"));
    }

    @Test
    void downloadsTheMapAsDrawingAndPicture() throws IOException {
        open("#n=departement");
        browser.click("#svg");
        browser.click("#png");
        String drawing = Files.readString(
                awaitFile("maillage-part_etablissements_en_cooperation-ENS-departement-2025-12-31.svg"));
        Path picture = awaitFile("maillage-part_etablissements_en_cooperation-ENS-departement-2025-12-31.png");

        assertThat(drawing).startsWith("<svg").contains("<title>departement 99</title>", "Territoire fictif");
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(2400);
    }

    @Test
    void opensTheViewOfItsAddress() {
        open("#i=part_etablissements_en_cooperation&n=epci&d=2024-12-31&m=equal&t=epci:2000000000&lang=en");

        assertThat(text("#title")).isEqualTo("Share of establishments in cooperation");
        assertThat(text("#subtitle")).contains("31 December 2024");
        assertThat(browser.text("document.querySelector('#methods :checked').value"))
                .isEqualTo("equal");
        assertThat(text("#details-title")).isEqualTo("epci 2000000000");
    }

    @Test
    void offersEveryDivisionOfTheTables() {
        open("");
        browser.choose("#division", "bassin_de_vie_2022");

        assertThat(hash()).contains("n=bassin_de_vie_2022");
        assertThat(text("#subtitle")).contains("Bassin de vie 2022");
        assertThat(count("#table tbody tr")).isEqualTo(2);
        assertThat(browser.text("document.querySelector('#levels :checked')")).isIn("", "null", "undefined");
    }

    @Test
    void drawsHexagonsInTheirOwnShapeAndTellsTheirValues() {
        open("#p=0&l=0");
        browser.choose("#division", "hexagone_20");

        assertThat(text("#subtitle")).contains("Hexagones de 20 km");
        assertThat(count("#table tbody tr")).isEqualTo(2);
        assertThat(browser.text("Atlas.outlines.of(Atlas.state.level()).shapes.map((one) =>"
                        + " one.geometry.coordinates.map((ring) => ring.length).join('+')).join()"))
                .isEqualTo("7,7");
        browser.text("Atlas.view.show(Atlas.state.territory('hexagone_20:H2'))");
        browser.move("#canvas", 0, 0);

        assertThat(browser.await(
                        "document.querySelector('#tip').hidden ? '' : document.querySelector('#tip').textContent"))
                .startsWith("Zone H250,0")
                .contains("Établissements en coopération");
    }

    @Test
    void keepsPerimetersThatLieOverEachOtherInSight() {
        open("#n=territoire_declare&p=0&l=0");

        assertThat(browser.text(
                        "Atlas.map.stacked(Atlas.state.level()).map((n) => Atlas.state.level().codes[n]).join()"))
                .startsWith("grand,")
                .contains("petit", "liste");
        assertThat(browser.text("(() => { const { shapes } = Atlas.outlines.of(Atlas.state.level()); const level ="
                        + " Atlas.state.level(); const at = (code) => shapes[level.numbers.get(code)].centre;"
                        + " return level.codes[Atlas.map.within(level, at('petit'))]; })()"))
                .isEqualTo("petit");
        assertThat(browser.text("Atlas.exports.svg().split('fill-opacity=\".62\"').length - 1"))
                .isEqualTo("3");
        browser.choose("#focus", "territoire_declare:liste");

        assertThat(text("#details .kind")).startsWith("Périmètre liste");
        assertThat(text("#details")).contains("GCSMS de l’Essai");
    }

    @Test
    void choosesATerritoryOfAnyShortLevel() {
        open("");
        browser.choose("#focus", "bassin_de_vie_2022:B2");

        assertThat(text("#details-title")).isEqualTo("bassin_de_vie_2022 B2");
        assertThat(hash()).contains("f=bassin_de_vie_2022:B2");
    }

    @Test
    void drawsCirclesWhoseAreaGrowsWithTheCount() {
        open("#n=departement&s=nb_etablissements&p=0&l=0");

        assertThat(Double.parseDouble(browser.text("(() => { const [a, b] = Atlas.symbols.circles();"
                        + " return (a.radius / b.radius) ** 2 / (a.count / b.count); })()")))
                .isCloseTo(1, within(1e-9));
        assertThat(text("#sizes")).contains("Nombre d’établissements · Toutes catégories");
        assertThat(browser.text("Atlas.exports.svg()")).contains("<circle");
    }

    /** The map of the GECAC in the guide, whose limits are fixed. */
    @Test
    void paintsAsManyClassesAsTheFileOfTheIndicatorFixes() {
        open("");
        browser.text(
                "(() => { window.gecac = Atlas.classes.of({palette: 'Blues', decimals: 0}, [1, 4, 8, 9, 12, 14, 26]); })()");

        assertThat(browser.text("[1, 3, 4, 8, 9, 11, 12, 14, 26].map(gecac.index).join()"))
                .isEqualTo("0,0,1,2,3,3,4,5,5");
        assertThat(browser.text("new Set(gecac.colours).size")).isEqualTo("6");
        assertThat(browser.text("gecac.colours.map((_, i) => Atlas.classes.label(gecac, i, {decimals: 0})).join()"))
                .isEqualTo("1 – 3,4 – 7,8,9 – 11,12 – 13,14 – 26");
    }

    @Test
    void opensThePageOfATerritoryWithItsPeersAndTheirRule() {
        open("#n=commune&t=commune:96001");
        browser.click("#details .open");

        assertThat(hash()).contains("v=1");
        assertThat(text("#sheet-title")).isEqualTo("Saint-Élie-l’Épreuve");
        assertThat(text("#sheet"))
                .contains("850\u00a0habitants", "10,0\u00a0km²", "Règle de ressemblance : même niveau");
        assertThat(Integer.parseInt(browser.text("document.querySelectorAll('#sheet [data-peer]').length")))
                .isEqualTo(6);
        browser.click("#sheet .back");

        assertThat(browser.text("document.getElementById('sheet').hidden")).isEqualTo("true");
        assertThat(text("#details-title")).isEqualTo("Saint-Élie-l’Épreuve");
    }

    @Test
    void likensOnlyTerritoriesOfOneClassOfDensityAndSize() {
        open("#n=commune");

        assertThat(browser.text("(() => { const level = Atlas.model.levels.get('commune');"
                        + " const rank = (n) => Atlas.peers.rank(Atlas.peers.density(level, n));"
                        + " return level.codes.every((_, n) => Atlas.peers.of(level, n).every((p) => p !== n && rank(p) === rank(n)"
                        + " && Math.abs(Math.log2(level.populations[p] / level.populations[n])) <= 1)); })()"))
                .isEqualTo("true");
    }

    @Test
    void putsNoNameOfTheDataInThePageAsCode() {
        open("#n=departement&t=departement:96");

        assertThat(text("#details")).contains("Réseau <autonomie>");
    }

    @Test
    void showsWhiteZonesAndWhatIsDeclaredToBeCovered() {
        open("#i=part_population_couverte&n=commune");

        assertThat(text("#subtitle")).contains("Zone blanche");
        assertThat(text("#modality-label")).isEqualTo("Sens de la couverture");
        browser.choose("#modality", "aire_declaree");

        assertThat(hash()).contains("c=aire_declaree");
        assertThat(text("#legend")).contains("Aucun habitant dans ce cas");
    }

    @Test
    void leadsToTheSheetsOfCooperationsAndToTheExperiences() {
        open("#n=departement&t=departement:96");

        assertThat(browser.text("[...document.querySelectorAll('.pages a, #details li a, #details .note a')]"
                        + ".map((a) => a.getAttribute('href')).join(' ')"))
                .isEqualTo("index.html cooperations.html evaluations.html experiences.html"
                        + " cooperations.html#coop%3A1 cooperations.html#coop%3A2 cooperations.html#departement=96");
    }

    @Test
    void drawsTheAreaOfTheCooperationThatIsChosenRoleByRole() {
        open("");
        browser.choose("#cooperation", "coop:1");

        assertThat(hash()).contains("k=coop:1");
        assertThat(text("#areas h3")).isEqualTo("Aire de GCSMS de l’Essai");
        assertThat(browser.text(
                        "Atlas.area.rows(Atlas.area.chosen()).map((one) => one.words + ' ' + one.what).join('/')"))
                .isEqualTo("A son siège dans Saint-Élie-l’Épreuve/Couvre epci 2000000000, epci 2000000001"
                        + "/Intervient dans departement 99/Vise bassin_de_vie_2022 B2");
        assertThat(text("#areas ul")).contains("Membres et liens(6)");
        assertThat(browser.text(
                        "['rgb(11 85 99 / 62%)', 'url(#role-cible)', 'url(#role-intervient_dans)'].map((fill) =>"
                                + " Atlas.exports.svg().split('fill=\"' + fill + '\" stroke').length - 1).join()"))
                .isEqualTo("2,1,1");
        browser.click("#areas button");

        assertThat(hash()).doesNotContain("k=");
        assertThat(text("#areas")).isEmpty();
    }

    @Test
    void saysThatTheAreaOfACooperationIsNotDeclared() {
        open("#k=coop:2&lang=en");

        assertThat(text("#areas")).contains("Area of Réseau <autonomie>", "Its area is not declared");
    }

    @Test
    void choosesTheCooperationOfATerritory() {
        open("#n=departement&t=departement:96");
        browser.click("#details [data-area]");

        assertThat(text("#areas h3")).isEqualTo("Aire de GCSMS de l’Essai");
        assertThat(browser.text("document.querySelector('#details [data-area]').getAttribute('aria-pressed')"))
                .isEqualTo("true");
    }

    @Test
    void writesEveryPageThatItsPagesLinkTo() {
        for (Volet volet : Volet.values()) {
            assertThat(folder.resolve(volet.file()))
                    .content()
                    .contains("<nav class=\"pages\"", "aria-current=\"page\"");
        }
        assertThat(folder.resolve("evaluations-rives-orlance.html")).content().contains("Territoire fictif");
        assertThat(folder.resolve("experiences.html")).content().doesNotContain("Territoire fictif");
    }

    @Test
    void saysInEnglishWhatAllPagesShareWhenAsked() {
        open("#lang=en");

        assertThat(text(".pages")).isEqualTo("MapCooperationsAssessmentsExperiences");
        assertThat(text("#fictional")).startsWith("Fictional territory");
    }

    @Test
    void fitsATelephone() {
        assertThat(tooWideForATelephone("")).isZero();
        assertThat(tooWideForATelephone("#n=departement&t=departement:96&v=1")).isZero();
        assertThat(tooWideForATelephone("#k=coop:1")).isZero();
    }

    @Test
    void hasANameForEveryControl() {
        open("");

        assertThat(controlsWithoutName()).isEmpty();
    }

    private static final String COLOURS_ON_THE_MAP = "(() => { const c = document.getElementById('canvas');"
            + " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; const seen = new Set();"
            + " for (let i = 0; i < d.length; i += 4000) seen.add(d[i] + ',' + d[i + 1] + ',' + d[i + 2]); return seen.size; })()";

    private Path awaitFile(String name) throws IOException {
        Path file = folder.resolve(name);
        for (int i = 0; i < 200 && (!Files.exists(file) || Files.size(file) == 0); i++) {
            browser.text("new Promise((resolve) => setTimeout(resolve, 50))");
        }
        return file;
    }
}
