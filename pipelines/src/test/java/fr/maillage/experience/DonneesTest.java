package fr.maillage.experience;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.CodeList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the cases against the counts of the sources they were read in. */
class DonneesTest {

    private static final List<Map<String, String>> CAS = rows("experience");
    private static final List<Map<String, String>> FAITS = rows("fait");
    private static final List<Map<String, String>> LECONS = rows("lecon");
    private static final List<Map<String, String>> ETIQUETTES = rows("etiquette");
    private static final List<Map<String, String>> LIENS = rows("lien");
    private static final List<Map<String, String>> QUESTIONS = rows("question");

    @Test
    void holdsTheFiftySevenCasesOfTheSources() {
        assertThat(CAS)
                .extracting(row -> row.get("code_experience"))
                .hasSize(57)
                .doesNotHaveDuplicates();
        CodeList.read("groupe_experience").rows().forEach(groupe -> assertThat(CAS)
                .filteredOn(row -> row.get("groupe_experience").equals(groupe.get("code")))
                .as(groupe.get("libelle"))
                .hasSize(Integer.parseInt(groupe.get("nb_cas"))));
    }

    /** The long table of the manual: how many facts it tells of each card, several figures of one phrase being one fact. */
    @ParameterizedTest
    @CsvSource({
        "III-1,7",
        "III-2,6",
        "III-3,8",
        "III-4,5",
        "III-5,8",
        "III-6,1",
        "III-7,1",
        "III-8,12",
        "III-9,9",
        "III-10,8",
        "III-11,7",
        "III-12,6",
        "III-13,4",
        "III-14,1",
        "III-15,3",
        "III-16,3",
        "III-17,12",
        "III-18,5",
        "III-19,7",
        "III-20,11",
        "X-02,2",
        "X-18,4"
    })
    void tellsAsManyFactsOfACardAsTheManual(String code, int facts) {
        assertThat(quoted(row -> row.get("code_experience").equals(code))).hasSize(facts);
    }

    @Test
    void keepsTheThreeFactsThatAreOfNoCase() {
        assertThat(quoted(row -> row.get("code_experience").isEmpty())).hasSize(3);
        assertThat(quoted(row -> true)).hasSize(133);
    }

    @Test
    void tagsTheCardsAsTheMatrixOfTheManual() {
        assertThat(count(ETIQUETTES, "famille_etiquette", row -> row.get("code_experience")
                        .startsWith("III-")))
                .containsEntry("identite", 16L)
                .containsEntry("mission", 29L)
                .containsEntry("principe", 40L)
                .containsEntry("mot_cle", 220L);
        assertThat(ETIQUETTES).noneMatch(row -> row.get("code_etiquette").equals("principe_g"));
        assertThat(CodeList.read("etiquette_experience").rows())
                .filteredOn(row -> row.get("famille").equals("mot_cle"))
                .hasSize(53);
    }

    @Test
    void tagsTheTwelveCooperationsAsTheGuideCountsThem() {
        assertThat(count(
                        ETIQUETTES,
                        "code_etiquette",
                        row -> row.get("code_experience").startsWith("ANAP-")
                                && row.get("famille_etiquette").equals("categorie")))
                .containsOnly(
                        Map.entry("categorie_parcours", 7L),
                        Map.entry("categorie_efficience", 7L),
                        Map.entry("categorie_isolement", 3L));
    }

    @Test
    void readsTheLessonsOfTheSources() {
        assertThat(count(LECONS, "genre_lecon", row -> true))
                .containsEntry("gain", 26L)
                .containsEntry("question", 20L)
                .containsEntry("point_de_vigilance", 79L)
                .containsEntry("cle_de_succes", 145L);
        assertThat(count(LECONS, "niveau_preuve", row -> row.get("genre_lecon").equals("gain")))
                .containsEntry("mesure", 11L)
                .containsEntry("qualitatif", 10L)
                .containsEntry("prevu", 5L);
    }

    /** The manual draws lessons for its missions, principles and methods too, and the guide for its categories. */
    @Test
    void readsTheLessonsThatAreOfNoCase() {
        assertThat(LECONS)
                .filteredOn(row -> row.get("code_experience").isEmpty())
                .hasSize(95)
                .extracting(row -> row.get("code_etiquette"))
                .doesNotContain("")
                .contains("principe_a", "principe_h", "mission_b", "methode_4", "categorie_isolement");
    }

    @Test
    void namesTheStructuresOfTheManual() {
        assertThat(FAITS)
                .filteredOn(row -> row.get("rubrique").equals("organisation"))
                .hasSize(46);
    }

    @ParameterizedTest
    @ValueSource(strings = {"experience", "fait", "lecon", "etiquette", "lien", "question"})
    void everyRowHasItsLinesWithinItsDocument(String file) {
        CodeList documents = CodeList.read("document_experience");
        rows(file).forEach(row -> {
            int first = Integer.parseInt(row.get("ligne_debut"));
            int last = Integer.parseInt(row.get("ligne_fin"));
            int length = Integer.parseInt(
                    documents.find(row.get("document")).orElseThrow().get("nb_lignes"));
            assertThat(first).as(row.toString()).isBetween(1, last);
            assertThat(last).as(row.toString()).isLessThanOrEqualTo(length);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "experience,groupe_experience,groupe_experience",
        "experience,forme_experience,forme_experience",
        "experience,type_territoire,type_territoire_experience",
        "experience,taille_experience,taille_experience",
        "experience,publics_experience,public_experience",
        "fait,rubrique,rubrique_fait",
        "fait,qualificatif_valeur,qualificatif_valeur",
        "fait,perimetre_valeur,perimetre_valeur",
        "fait,code_defaut,defaut_source",
        "lecon,genre_lecon,genre_lecon",
        "lecon,niveau_preuve,niveau_preuve",
        "lecon,dimension_gain,dimension_gain",
        "lecon,code_etiquette,etiquette_experience",
        "etiquette,code_etiquette,etiquette_experience",
        "etiquette,famille_etiquette,famille_etiquette",
        "lien,genre_lien,genre_lien_experience",
        "question,code_question,question_experience",
        "question,code_etiquette,etiquette_experience"
    })
    void everyCodeIsInItsClosedList(String file, String column, String list) {
        assertThat(rows(file).stream()
                        .flatMap(row -> Stream.of(row.get(column).split(",")))
                        .filter(code -> !code.isEmpty()))
                .isNotEmpty()
                .isSubsetOf(CodeList.read(list).codes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "document_experience",
                "forme_experience",
                "type_territoire_experience",
                "taille_experience",
                "public_experience",
                "genre_lecon",
                "rubrique_fait",
                "famille_etiquette",
                "genre_lien_experience",
                "groupe_experience",
                "qualificatif_valeur",
                "perimetre_valeur",
                "niveau_preuve",
                "dimension_gain",
                "defaut_source",
                "etiquette_experience"
            })
    void everyCodeStandsOnceWithBothLabelsAndASource(String name) {
        CodeList list = CodeList.read(name);

        assertThat(list.values("code")).doesNotHaveDuplicates();
        assertThat(list.rows()).allSatisfy(row -> assertThat(
                        List.of(row.get("code"), row.get("libelle"), row.get("libelle_en"), row.get("source")))
                .doesNotContain(""));
    }

    @Test
    void everyCaseThatIsNamedExists() {
        Set<String> known = codes(CAS);
        Stream.of(FAITS, LECONS, ETIQUETTES, LIENS, QUESTIONS)
                .forEach(rows -> assertThat(codes(rows)).isSubsetOf(known));
        assertThat(LIENS).allMatch(row -> known.contains(row.get("code_experience_liee")));
    }

    @Test
    void everyCaseHasAFactOrALesson() {
        Set<String> told = codes(FAITS);
        told.addAll(codes(LECONS));
        told.addAll(codes(ETIQUETTES));
        told.addAll(codes(LIENS));

        assertThat(codes(CAS)).filteredOn(code -> !told.contains(code)).containsExactlyInAnyOrder("X-05");
    }

    @Test
    void linksStandInBothDirections() {
        Set<List<String>> links = LIENS.stream()
                .map(row -> List.of(row.get("code_experience"), row.get("code_experience_liee"), row.get("genre_lien")))
                .collect(Collectors.toSet());

        assertThat(links)
                .hasSameSizeAs(LIENS)
                .allMatch(link -> links.contains(List.of(link.get(1), link.get(0), link.get(2)))
                        && !link.get(0).equals(link.get(1)));
        assertThat(links)
                .contains(
                        List.of("III-5", "III-14", "meme_structure"), List.of("ANAP-02", "ANAP-06", "meme_structure"),
                        List.of("III-20", "X-09", "meme_structure"), List.of("DC-04", "III-6", "meme_structure"));
    }

    @Test
    void everyContradictionStandsWithEachOfItsValues() {
        CodeList.read("defaut_source").codes().stream()
                .filter(code -> !code.equals("T12"))
                .forEach(code -> assertThat(FAITS.stream()
                                .filter(row -> row.get("code_defaut").equals(code))
                                .map(row -> row.get("valeur_dite") + "|" + row.get("ligne_debut")))
                        .as(code)
                        .hasSizeGreaterThanOrEqualTo(2)
                        .doesNotHaveDuplicates());
        assertThat(FAITS)
                .filteredOn(row -> row.get("code_defaut").equals("A-01"))
                .extracting(row -> row.get("valeur_dite"))
                .containsExactly("818", "816");
    }

    /** T12: the cards carry names and addresses of people, which stay out. */
    @Test
    void namesNoPersonToWriteTo() {
        Stream.of(CAS, FAITS, LECONS, ETIQUETTES, LIENS, QUESTIONS)
                .flatMap(List::stream)
                .forEach(row -> assertThat(row.values()).noneMatch(cell -> cell.contains("@")));
    }

    @Test
    void classesSizesByTheBoundsOfTheirList() {
        CodeList tailles = CodeList.read("taille_experience");
        CAS.forEach(row -> assertThat(row.get("taille_experience"))
                .as(row.get("code_experience"))
                .isEqualTo(taille(tailles, row.get("nb_organisations"))));
    }

    @Test
    void boundsOfAValueAreInOrderAndComeWithAQualifier() {
        FAITS.stream()
                .filter(row -> !row.get("valeur_min").isEmpty()
                        && !row.get("valeur_max").isEmpty())
                .forEach(row -> assertThat(Double.parseDouble(row.get("valeur_min")))
                        .as(row.toString())
                        .isLessThanOrEqualTo(Double.parseDouble(row.get("valeur_max"))));
        assertThat(FAITS)
                .filteredOn(row -> !row.get("valeur_min").isEmpty()
                        || !row.get("valeur_max").isEmpty())
                .allMatch(row -> !row.get("qualificatif_valeur").isEmpty());
    }

    private static String taille(CodeList tailles, String number) {
        if (number.isEmpty()) {
            return "inconnue";
        }
        int wanted = Integer.parseInt(number);
        return tailles.rows().stream()
                .filter(row -> !row.get("minimum").isEmpty() && Integer.parseInt(row.get("minimum")) <= wanted)
                .filter(row -> row.get("maximum").isEmpty() || Integer.parseInt(row.get("maximum")) >= wanted)
                .map(row -> row.get("code"))
                .findFirst()
                .orElseThrow();
    }

    private static Set<List<String>> quoted(Predicate<Map<String, String>> kept) {
        return FAITS.stream()
                .filter(row -> row.get("rubrique").equals("chiffre")
                        && !row.get("citation").isEmpty())
                .filter(kept)
                .map(row -> List.of(
                        row.get("code_experience"), row.get("sujet"), row.get("citation"), row.get("ligne_debut")))
                .collect(Collectors.toSet());
    }

    private static Map<String, Long> count(
            List<Map<String, String>> rows, String column, Predicate<Map<String, String>> kept) {
        return rows.stream()
                .filter(kept)
                .collect(Collectors.groupingBy(row -> row.get(column), TreeMap::new, Collectors.counting()));
    }

    private static Set<String> codes(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> row.get("code_experience"))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
    }

    private static List<Map<String, String>> rows(String file) {
        return CodeList.readFile("/schemas/experiences/" + file + ".csv").rows();
    }
}
