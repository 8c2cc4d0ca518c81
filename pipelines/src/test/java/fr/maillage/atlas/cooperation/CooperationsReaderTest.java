package fr.maillage.atlas.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fr.maillage.atlas.cooperation.Cooperations.Dossier;
import fr.maillage.atlas.habillage.Habillage;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the page of cooperations is made of, from text tables. */
@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CooperationsReaderTest {

    private static final CooperationsMots MOTS = new CooperationsMots(true);

    private static final Map<String, String> DEPARTEMENTS = Map.of("96", "Essai");

    private Cooperations data;
    private Cooperations nothing;

    @BeforeAll
    void read(SparkSession spark) {
        data = CooperationsReader.read(CooperationsDessai.tables(spark));
        nothing = CooperationsReader.read(new TestTables(spark));
    }

    @Test
    void listsDeclaredOnesFirstAndOneFoundTwiceOnce() {
        assertThat(data.lignes())
                .extracting(one -> one.get("code_cooperation"))
                .containsExactly("coop:essai", "coop:finie", "coop:finess:1", "coop:finess:2");
        assertThat(data.total()).isEqualTo(4);
        assertThat(data.coupes()).isEmpty();
        assertThat(data.jour()).isEqualTo("2025-12-31");
    }

    @Test
    void knowsTheDepartementsOfMembersAndOfTheEstablishmentItRunsItself() {
        assertThat(data.lignes())
                .extracting(one -> one.get(CooperationsReader.DEPARTEMENTS))
                .containsExactly(List.of("96", "99"), null, List.of("96"), null);
    }

    @Test
    void opensAFileOnlyForThoseWithFactsOrMembers() {
        assertThat(data.dossiers()).containsOnlyKeys("coop:essai", "coop:finie");
        assertThat(data.dossiers().get("coop:finie").faits()).isEmpty();
    }

    @Test
    void namesMembersByTheEstablishmentTheEntityOrTheCooperationTheyAre() {
        assertThat(data.dossiers().get("coop:essai").membres())
                .extracting(one -> one.get("code_acteur"), one -> one.get(CooperationsReader.NOM_MEMBRE))
                .containsExactly(
                        tuple("siren:000000463", "FONDATION DU LAC"),
                        tuple("finess:960000016", "SSIAD des Dunes"),
                        tuple("ext:inconnu", null));
        assertThat(data.dossiers().get("coop:finie").membres())
                .extracting(one -> one.get(CooperationsReader.NOM_MEMBRE))
                .containsExactly("GCSMS de l’<Essai>");
        assertThat(data.noms()).containsEntry("siren:000000999", "Association seule");
    }

    @Test
    void takesTheFiguresOfTheNewestDay() {
        assertThat(data.dossiers().get("coop:essai").reseau())
                .extracting(one -> one.get("nb_membres_cooperation"))
                .containsExactly(2);
    }

    @Test
    void countsStartsAndEndsByFormAndYear() {
        assertThat(data.frise())
                .extracting(
                        one -> one.get("forme_juridique"),
                        one -> one.get(CooperationsReader.ANNEE_DEBUT),
                        one -> one.get(CooperationsReader.ANNEE_FIN),
                        one -> one.get(CooperationsReader.NOMBRE_COOPERATIONS))
                .containsExactly(
                        tuple("clic", null, null, 1L),
                        tuple("convention", 2018, 2020, 1L),
                        tuple("gcsms", 2019, null, 1L),
                        tuple("msp", 2021, null, 1L));
    }

    @Test
    void putsFactsIntoTheSevenPartsOfTheGuide() {
        List<Map<String, Object>> sheet = sheet(false);

        assertThat(sheet)
                .extracting(part -> part.get("titre"))
                .containsExactly(
                        "Fiche synthétique",
                        "Objectifs",
                        "Modalités de mise en œuvre",
                        "Enseignements",
                        "Gains obtenus",
                        "Outils",
                        "Perspectives");
        assertThat(words(sheet.get(2)))
                .contains(
                        "Aide au démarrage · 32\u202f000\u00a0€ · ARS · Obtenu · 2019 – 31 décembre 2020",
                        "12, 10 – … · SSIAD des Dunes",
                        "Signature de l’acte · Fait · avril 2019",
                        "FONDATION DU LAC, Association seule");
        assertThat(sheet.get(5).get("blocs")).isEqualTo(List.of());
    }

    @Test
    void tellsNotKnownFromZero() {
        assertThat(words(sheet(false).get(4))).contains("Gains mesurés, 0", "Gains prévus, Non connu");
    }

    @Test
    void printsEachMarkWithItsSentenceInTheOrderOfTheGuide() {
        assertThat(words(sheet(false).get(0)))
                .containsSubsequence(
                        "[Statut, PNL, Groupement privé non lucratif, PNL (identique)]",
                        "[Ancienneté, Non connu, Les faits nécessaires ne sont pas connus.,"
                                + " ++ (les faits ne donnent pas de note) — Le guide ne le dit pas]");
    }

    @Test
    void showsAPointOfThePositioningMatrixOnce() {
        assertThat(words(sheet(false).get(3)))
                .containsOnlyOnce("Bien connue")
                .contains("SSIAD des Dunes\u00a0: Bien connue, déclaré, guide L16", "Éloignement (42,5)");
    }

    @Test
    void tellsOnceAPointThatSeveralPartnersShare() {
        MatriceJson matrice = new MatriceJson(MOTS, new PhraseFait(MOTS, Map.of("finess:1", "SSIAD")), new Blocs(MOTS));
        String point = "Plusieurs activités : palette de services";

        assertThat(matrice.of(List.of(point("finess:1", point, 2), point("finess:2", point, 17)))
                        .toString())
                .contains("Several activities: range of services: SSIAD (2), finess:2 (17)")
                .containsOnlyOnce("Several activities");
    }

    @Test
    void saysOnceWhereAllFactsComeFrom() {
        Map<String, Object> fait = Map.of(
                "partie_fiche",
                "objectifs",
                "rubrique",
                "objectif_strategique",
                "texte_fait",
                "Aider",
                "source_fait",
                "L12");
        Dossier dossier =
                new Dossier(List.of(fait, fait), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        List<Map<String, Object>> sheet =
                new FicheJson(MOTS, Map.of(), Map.of()).of(data.lignes().get(0), dossier);

        assertThat(words(sheet.get(0))).contains("[Source of the facts, L12]");
        assertThat(words(sheet.get(1))).contains("Aider").doesNotContain("L12");
    }

    private static Map<String, Object> point(String acteur, String point, int mesure) {
        return Map.of(
                "quadrant",
                "point_fort",
                "point",
                point,
                "code_acteur",
                acteur,
                "mesure_point",
                mesure,
                "origine_point",
                "registre");
    }

    @Test
    void keepsWaysToReachAPersonOffThePage() {
        assertThat(words(sheet(false).get(6)))
                .contains("Écrire à [coordonnées retirées] ou [coordonnées retirées] · depuis mars 2026")
                .doesNotContain("@", "45 67");
        assertThat(Coordonnees.remove("FINESS 010000024, SIRET 01234567890123, 0,123456789", "x"))
                .isEqualTo("FINESS 010000024, SIRET 01234567890123, 0,123456789");
        assertThat(Coordonnees.remove("+33 (0)1.23.45.67.89 / 0612345678", "x")).isEqualTo("x / x");
    }

    @Test
    void speaksEnglishButLeavesTheWordsOfFactsAsTheyAre() {
        List<Map<String, Object>> sheet = sheet(true);

        assertThat(words(sheet.get(0))).contains("Older people (PA)", "Private non-profit group", "since 1 April 2019");
        assertThat(words(sheet.get(1))).contains("Strategic objective", "Appuyer le <b>domicile</b>");
    }

    @Test
    void writesOneFileThatNeedsNoOtherAndIsTheSameTwice() {
        String page =
                CooperationsPage.html(data, DEPARTEMENTS, Map.of(), Map.of(), new Habillage(false, true, Set.of()));

        assertThat(page)
                .startsWith("<!doctype html>\n<html lang=\"fr\">")
                .contains("<title>Coopérations — Maillage</title>")
                .doesNotContain("{{", "src=", "<link", "https:", "@import", "dupont")
                .isEqualTo(CooperationsPage.html(
                        data, DEPARTEMENTS, Map.of(), Map.of(), new Habillage(false, true, Set.of())));
    }

    @Test
    void writesAPageWhereNothingIsKnown() {
        assertThat(nothing).isEqualTo(Cooperations.NONE);
        assertThat(CooperationsPage.html(nothing, Map.of(), Map.of(), Map.of(), new Habillage(true, false, Set.of())))
                .contains("<html lang=\"en\">");
    }

    private List<Map<String, Object>> sheet(boolean english) {
        CooperationsMots mots = new CooperationsMots(english);
        return new FicheJson(mots, data.noms(), DEPARTEMENTS)
                .of(data.lignes().get(0), data.dossiers().get("coop:essai"));
    }

    private static String words(Map<String, Object> part) {
        return part.toString();
    }
}
