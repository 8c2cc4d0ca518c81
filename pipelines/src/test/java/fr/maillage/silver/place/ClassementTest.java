package fr.maillage.silver.place;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.CodeList;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassementTest {

    private static final CodeList LISTE = CodeList.read("classement_place");
    private static final Classement CLASSEMENT = Classement.of(LISTE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # EHPAD
            500 | 4401 | 4400 | 924 | 11 | 711 | 2021-12-14 | personnes_agees       | hebergement  | oui | assurance_maladie+departement | -
            500 | 4401 | 4400 | 924 | 21 | 436 | 2021-12-14 | personnes_agees       | jour         | oui | assurance_maladie+departement | -
            500 | 4401 | 4400 | 657 | 11 | 711 | 2021-12-14 | personnes_agees       | temporaire   | oui | assurance_maladie+departement | -
            500 | 4401 | 4400 | 657 | 21 | 436 | 2021-12-14 | personnes_agees       | jour         | oui | assurance_maladie+departement | -
            # the PASA of an EHPAD receives its residents: its places are theirs
            500 | 4401 | 4400 | 961 | 21 | 436 | 2021-12-14 | personnes_agees       | jour         | oui | assurance_maladie+departement | non
            # a hospital runs an EHPAD unit: its category says nothing, the discipline does
            355 | 1102 | 1100 | 924 | 11 | 711 | 2021-12-14 | personnes_agees       | hebergement  | -   | -                  | -
            # ESAT: the State, then health insurance
            246 | 4302 | 4300 | 908 | 14 | 010 | 2016-12-31 | adultes_handicapes    | jour         | non | etat               | -
            246 | 4302 | 4300 | 908 | 14 | 010 | 2017-01-01 | adultes_handicapes    | jour         | non | assurance_maladie  | -
            # home services receive several publics: the clientele says which
            354 | 4605 | 4600 | 358 | 16 | 700 | 2021-12-14 | personnes_agees       | domicile     | oui | assurance_maladie  | -
            354 | 4605 | 4600 | 358 | 16 | 010 | 2021-12-14 | adultes_handicapes    | domicile     | oui | assurance_maladie  | -
            354 | 4605 | 4600 | 358 | 16 | 990 | 2021-12-14 | multi_publics         | domicile     | oui | assurance_maladie  | -
            # in an establishment for one public, the category is stronger than the clientele
            183 | 4101 | 4100 | 844 | 48 | 700 | 2021-12-14 | enfance_handicapee    | plusieurs    | -   | assurance_maladie  | -
            189 | 4106 | 4100 | 320 | 97 | 200 | 2021-12-14 | enfance_handicapee    | consultation | -   | assurance_maladie  | -
            # EAM: medicalised, but for the places that are said not to be
            448 | 4301 | 4300 | 966 | 40 | 500 | 2021-12-14 | adultes_handicapes    | temporaire   | oui | assurance_maladie+departement | -
            448 | 4301 | 4300 | 965 | 11 | 117 | 2021-12-14 | adultes_handicapes    | hebergement  | non | assurance_maladie+departement | -
            # codes of which the list says nothing stay unknown
            698 | 1206 | 1200 | 123 | 42 | 999 | 2021-12-14 | -                     | -            | -   | -                  | -
            -   | -    | -    | 123 | 11 | 999 | 2021-12-14 | -                     | hebergement  | -   | -                  | -
            """)
    void saysWhatTheMostSpecificLineSays(
            String categorie,
            String agregat3,
            String agregat2,
            String discipline,
            String type,
            String clientele,
            LocalDate jour,
            String publicDit,
            String modalite,
            String medicalise,
            String financeur,
            String comptee) {
        CodesEquipement codes = new CodesEquipement(categorie, agregat3, agregat2, discipline, type, clientele);

        assertThat(Arrays.stream(Axe.values()).map(axe -> dit(axe, codes, jour)))
                .containsExactly(publicDit, modalite, medicalise, financeur, comptee);
    }

    @Test
    void twoLinesOfEqualRankNeverDisagreeOnTheSameCodesAndDay() {
        for (Axe axe : Axe.values()) {
            Map<List<String>, List<LigneClassement>> byCodes = CLASSEMENT.lignes().stream()
                    .filter(ligne -> !ligne.dit(axe).isEmpty())
                    .collect(Collectors.groupingBy(ligne ->
                            List.of(ligne.categorie(), ligne.discipline(), ligne.typeActivite(), ligne.clientele())));
            assertThat(byCodes.values())
                    .allSatisfy(lines -> assertThat(lines.stream()
                                    .flatMap(line -> Stream.of(line.debut(), line.fin()))
                                    .filter(Objects::nonNull)
                                    .allMatch(day -> lines.stream()
                                                    .filter(line -> line.vaut(day))
                                                    .count()
                                            == 1))
                            .as(axe + " " + lines)
                            .isTrue())
                    .allSatisfy(lines -> assertThat(lines.size() == 1
                                    || lines.stream().noneMatch(line -> line.debut() == null && line.fin() == null))
                            .isTrue());
        }
    }

    @Test
    void everyLineHasASourceAndSaysSomethingOfTheClosedLists() {
        assertThat(LISTE.values("code")).doesNotHaveDuplicates();
        assertThat(LISTE.values("source")).noneMatch(String::isBlank);
        assertThat(LISTE.values("libelle")).noneMatch(String::isBlank);
        assertThat(said("public")).isSubsetOf(CodeList.read("public_accueilli").codes());
        assertThat(said("modalite")).isSubsetOf(CodeList.read("modalite_place").codes());
        assertThat(said("medicalise")).isSubsetOf("oui", "non");
        assertThat(said("comptee")).isSubsetOf("oui", "non");
        assertThat(said("financeur").stream().flatMap(all -> Arrays.stream(all.split("\\+"))))
                .isSubsetOf(CodeList.read("financeur").codes());
        assertThat(CLASSEMENT.lignes()).noneMatch(ligne -> Arrays.stream(Axe.values())
                .allMatch(axe -> ligne.dit(axe).isEmpty()));
    }

    private static List<String> said(String column) {
        return LISTE.values(column).stream().filter(said -> !said.isEmpty()).toList();
    }

    private static String dit(Axe axe, CodesEquipement codes, LocalDate jour) {
        return CLASSEMENT.find(axe, codes, jour).map(ligne -> ligne.dit(axe)).orElse(null);
    }
}
