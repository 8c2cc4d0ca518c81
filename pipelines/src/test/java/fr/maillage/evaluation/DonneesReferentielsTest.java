package fr.maillage.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.CodeList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The frameworks as data: what the sources print is all there, with its lines, and what is ours says so. */
class DonneesReferentielsTest {

    @ParameterizedTest
    @CsvSource({
        "inter_diag,            6, 24",
        "cooperact,             4, 16",
        "positionnement,        4,  4",
        "fiche_gcsms,          23, 23",
        "impacts,              13, 13",
        "grille_acteurs,        4, 14",
        "grille_relations,      2,  2",
        "diagnostic_territorial, 3, 22",
        "utilite_sociale,      11, 18",
        "developpement_durable, 4, 45",
        "reperes,               5, 28"
    })
    void holdsTheAxesAndQuestionsOfEachFramework(String referentiel, int axes, int items) {
        assertThat(of("axe", referentiel)).hasSize(axes);
        assertThat(of("item", referentiel)).hasSize(items);
    }

    @Test
    void namesTheElevenFrameworks() {
        assertThat(rows("referentiel")).hasSize(11);
    }

    /** Pillars of sustainable development (L5562-5705) and checklists (digest 2.12). */
    @ParameterizedTest
    @CsvSource({
        "developpement_durable, economie, 8",
        "developpement_durable, solidarite, 10",
        "developpement_durable, environnement, 15",
        "developpement_durable, gouvernance, 12",
        "reperes, territoire_inserant, 6",
        "reperes, ptce, 7",
        "reperes, ges, 3",
        "reperes, innovation_sociale, 4",
        "reperes, modele_economique, 8"
    })
    void countsTheQuestionsOfAnAxis(String referentiel, String axe, int items) {
        assertThat(of("item", referentiel).stream()
                        .filter(row -> row.get("code_axe").equals(axe)))
                .hasSize(items);
    }

    @ParameterizedTest
    @ValueSource(strings = {"referentiel", "axe", "item", "reponse"})
    void everyRowHasLinesWithinItsDocumentAndSaysWhoseItIs(String file) {
        for (Map<String, String> row : rows(file)) {
            int length = Integer.parseInt(CodeList.read("document_experience")
                    .find(row.get("document"))
                    .orElseThrow()
                    .get("nb_lignes"));
            int first = Integer.parseInt(row.get("ligne_debut"));
            assertThat(first).as(row.toString()).isPositive();
            assertThat(Integer.parseInt(row.get("ligne_fin")))
                    .as(row.toString())
                    .isBetween(first, length);
            assertThat(row.get("provenance")).as(row.toString()).isIn("source", "maillage");
            assertThat(row.get("libelle")).as(row.toString()).isNotBlank();
            assertThat(row.get("libelle_en")).as(row.toString()).isNotBlank();
        }
    }

    /** The guide prints axes and answers of Inter Diag and axes of COOPERACT, no questions; nobody prints scores. */
    @Test
    void marksQuestionsAndScoresThatNoSourcePrints() {
        assertThat(rows("item").stream().filter(row -> row.get("provenance").equals("maillage")))
                .extracting(row -> row.get("code_referentiel"))
                .hasSize(40)
                .containsOnly("inter_diag", "cooperact");
        assertThat(rows("axe")).allMatch(row -> row.get("provenance").equals("source"));
        assertThat(rows("reponse")).allMatch(row -> row.get("provenance_score")
                .equals(row.get("score").isEmpty() ? "" : "maillage"));
    }

    @Test
    void asksTheFourAnswersThatTheGuidePrintsForInterDiag() {
        assertThat(rows("reponse").stream()
                        .filter(row -> row.get("code_echelle").equals("inter_diag")))
                .extracting(row -> row.get("code_reponse") + "=" + row.get("score") + " " + row.get("provenance"))
                .containsExactly("oui=1 source", "en_partie=0.5 source", "non=0 source", "non_concerne= source");
    }

    @Test
    void quotesTheQuestionsOfTheManual() {
        assertThat(rows("item"))
                .extracting(row -> row.get("libelle"))
                .contains(
                        "La démarche est-elle co-construite ?",
                        "La démarche participe-t-elle au maintien de la biodiversité ?",
                        "Un ancrage territorial des activités économiques",
                        "La patrimonialité des autorisations et agréments");
    }

    @Test
    void everyCodeStandsOnceAndLeadsSomewhere() {
        Set<String> axes = keys("axe", "code_referentiel", "code_axe");
        assertThat(axes).hasSameSizeAs(rows("axe"));
        assertThat(keys("item", "code_referentiel", "code_item")).hasSameSizeAs(rows("item"));
        assertThat(keys("reponse", "code_echelle", "code_reponse")).hasSameSizeAs(rows("reponse"));
        assertThat(keys("item", "code_referentiel", "code_axe")).isEqualTo(axes);
        assertThat(keys("item", "code_echelle")).isEqualTo(keys("reponse", "code_echelle"));
        assertThat(keys("axe", "code_referentiel")).isEqualTo(keys("referentiel", "code_referentiel"));
        assertThat(keys("item", "objet_item")).containsOnly("cooperation", "acteur", "couple");
    }

    private static Set<String> keys(String file, String... columns) {
        return rows(file).stream()
                .map(row -> List.of(columns).stream().map(row::get).collect(Collectors.joining("/")))
                .collect(Collectors.toSet());
    }

    private static List<Map<String, String>> of(String file, String referentiel) {
        return rows(file).stream()
                .filter(row -> row.get("code_referentiel").equals(referentiel))
                .toList();
    }

    private static List<Map<String, String>> rows(String file) {
        return CodeList.readFile("/schemas/referentiels/" + file + ".csv").rows();
    }
}
