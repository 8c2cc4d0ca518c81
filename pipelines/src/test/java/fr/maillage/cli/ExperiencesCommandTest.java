package fr.maillage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches typed on the command line, without a warehouse. */
class ExperiencesCommandTest {

    @Test
    void listsTheFiftySevenCasesInTheOrderOfTheirSources() throws Exception {
        assertThat(codes())
                .hasSize(57)
                .startsWith("ANAP-01", "ANAP-02")
                .endsWith("DC-06", "DC-07")
                .doesNotHaveDuplicates();
    }

    @Test
    void putsTheCaseWhoseTitleHasTheWordFirst() throws Exception {
        assertThat(codes("mobilité")).startsWith("III-4", "X-10").contains("III-3");
    }

    @Test
    void forgetsAccentsAndCapitals() throws Exception {
        assertThat(codes("MOBILITE")).isEqualTo(codes("mobilité")).isNotEmpty();
    }

    @Test
    void asksForEveryWord() throws Exception {
        assertThat(codes("mobilité", "Jura")).containsExactly("III-4");
        assertThat(codes("mobilité", "licorne")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--tag,principe_h,III-11|III-14",
        "--etiquette,isolement,ANAP-11|ANAP-12|ANAP-09",
        "--territory,bassin,ANAP-05|III-8|III-16",
        "--territoire,Creuse,ANAP-09|ANAP-12",
        "--form,ges,III-5|III-14|III-20|X-09|DC-01",
        "--size,plus_de_vingt,ANAP-04|ANAP-12|III-12",
        "--question,C03,III-8|III-12|III-15|III-1|III-10|III-11"
    })
    void narrowsByAChoice(String option, String value, String expected) throws Exception {
        assertThat(codes(option, value)).containsExactlyInAnyOrder(expected.split("\\|"));
    }

    @Test
    void aNumberOfQuestionStandsForThoseOfBothReadings() throws Exception {
        List<String> both = codes("--question", "Q-02");

        assertThat(both).containsAll(codes("--question", "A02")).containsAll(codes("--question", "C02"));
        assertThat(Typed.run("experiences", "--question", "q-3").out()).contains("A03 ", "C03 ", "lien du projet");
    }

    @Test
    void showsACaseWithItsFactsLessonsLinksAndLines() {
        assertThat(Typed.run("experiences", "iii-14").out())
                .contains(
                        "III-14 — Validation et reconnaissance des compétences",
                        "L9341-9621",
                        "Certification CEDRE : 2008",
                        "[L9377]",
                        "gages crédibilité. (recopié dans la source)",
                        "Même structure : III-5");
        assertThat(Typed.run("experiences", "ANAP-10").out())
                .contains("818 places (Capacité du GIAC : deux totaux)", "816 places (Capacité du GIAC : deux totaux)");
    }

    @Test
    void tellsTheLessonsOfATagAfterItsCases() {
        assertThat(Typed.run("experiences", "--tag", "categorie_isolement").out())
                .contains(
                        "ANAP-11",
                        "Déclencheur",
                        "Structure trop petite pour un poste qualifié à temps plein  [L4350-4360]");
        assertThat(Typed.run("experiences", "--tag", "principe_g").out())
                .startsWith("Aucune expérience")
                .contains("Garantir la liberté de parole");
    }

    @Test
    void speaksEnglish() {
        assertThat(Typed.run("experiences", "ANAP-05", "--locale", "en").out())
                .contains("Form: Social and medico-social cooperation group", "Territory, Measured");
    }

    @ParameterizedTest
    @CsvSource({
        "III-114,,III-14",
        "--tag,gouvernence,gouvernance",
        "--territory,baassin,bassin",
        "--form,gcsm2,gcsms",
        "--size,unee,une",
        "--question,Q-77,Q-27"
    })
    void refusesAnUnknownCodeWithTheNearestInOneLine(String first, String second, String near) {
        Typed refused = second == null ? Typed.run("experiences", first) : Typed.run("experiences", first, second);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().strip()).hasLineCount(1).contains(near);
    }

    @Test
    void saysThatNothingWasFound() {
        Typed nothing = Typed.run("experiences", "licorne");

        assertThat(nothing.exitCode()).isZero();
        assertThat(nothing.out().strip()).isEqualTo("Aucune expérience n’a tout ce qui est demandé.");
    }

    private static List<String> codes(String... typed) throws Exception {
        List<String> words = new ArrayList<>(List.of("experiences", "--format", "json"));
        words.addAll(List.of(typed));
        List<String> codes = new ArrayList<>();
        for (JsonNode row : new ObjectMapper()
                .readTree(Typed.run(words.toArray(String[]::new)).out())) {
            codes.add(row.get("code").asText());
        }
        return codes;
    }
}
