package fr.maillage.silver.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The lives of communes, each trap of the file of INSEE on its own lines. */
class ChroniqueTest {

    /** La Brigue and Tende were Italian until 1947; Saint-Laurent-du-Maroni was no commune until 1949. */
    private static final Set<String> FROM_NOTHING = Set.of("06162", "06163", "97311");

    @Test
    void aMergerIsUndoneByAReEstablishmentAndThePiecesAreTheSame() {
        assertThat(lives("""
                33 1973-01-01 COM 01001 Un -> COM 01001 Un
                33 1973-01-01 COM 01002 Deux -> COM 01001 Un
                33 1973-01-01 COM 01002 Deux -> COMA 01002 Deux
                21 1990-05-01 COM 01001 Un -> COM 01001 Un
                21 1990-05-01 COM 01001 Un -> COM 01002 Deux
                21 1990-05-01 COMA 01002 Deux -> COM 01002 Deux
                """))
                .containsExactly(
                        "COM 01001 Un 1943-01-01 1973-01-01 01001",
                        "COM 01001 Un 1973-01-01 1990-05-01 01001+01002",
                        "COM 01001 Un 1990-05-01 9999-12-31 01001",
                        "COM 01002 Deux 1943-01-01 1973-01-01 01002",
                        "COM 01002 Deux 1990-05-01 9999-12-31 01002",
                        "COMA 01002 Deux 1973-01-01 1990-05-01 01002");
    }

    @Test
    void aCreationCutsWhatItCameFromInEveryLifeBefore() {
        assertThat(lives("""
                31 1960-01-01 COM 01001 Un -> COM 01001 Un
                31 1960-01-01 COM 01009 Neuf -> COM 01001 Un
                20 1989-01-01 COM 01001 Un -> COM 01001 Un
                20 1989-01-01 COM 01001 Un -> COM 01003 Trois
                """))
                .containsExactly(
                        "COM 01001 Un 1943-01-01 1960-01-01 01001/01001+01001/01003",
                        "COM 01001 Un 1960-01-01 1989-01-01 01001/01001+01001/01003+01009/01001+01009/01003",
                        "COM 01001 Un 1989-01-01 9999-12-31 01001/01001+01009/01001",
                        "COM 01003 Trois 1989-01-01 9999-12-31 01001/01003+01009/01003",
                        "COM 01009 Neuf 1943-01-01 1960-01-01 01009/01001+01009/01003");
    }

    @Test
    void aSuppressedCommuneIsDividedAmongItsNeighbours() {
        assertThat(lives("""
                30 1968-03-02 COM 08203 Guignicourt -> COM 08203 Guignicourt
                30 1968-03-02 COM 08227 Hocmont -> COM 08203 Guignicourt
                30 1968-03-02 COM 08227 Hocmont -> COM 08454 Touligny
                30 1968-03-02 COM 08454 Touligny -> COM 08454 Touligny
                """))
                .containsExactly(
                        "COM 08203 Guignicourt 1943-01-01 1968-03-02 08203",
                        "COM 08203 Guignicourt 1968-03-02 9999-12-31 08203+08227/08203",
                        "COM 08227 Hocmont 1943-01-01 1968-03-02 08227/08203+08227/08454",
                        "COM 08454 Touligny 1943-01-01 1968-03-02 08454",
                        "COM 08454 Touligny 1968-03-02 9999-12-31 08227/08454+08454");
    }

    @Test
    void sannervilleIsReEstablishedOnTheLastDayOfTheYear() {
        List<Vie> vies = Chronique.of(Mouvements.of("""
                32 2017-01-01 COM 14666 Sannerville -> COMD 14666 Sannerville
                32 2017-01-01 COM 14666 Sannerville -> COM 14712 Saline
                32 2017-01-01 COM 14712 Troarn -> COMD 14712 Troarn
                32 2017-01-01 COM 14712 Troarn -> COM 14712 Saline
                21 2019-12-31 COMD 14666 Sannerville -> COM 14666 Sannerville
                21 2019-12-31 COM 14712 Saline -> COM 14666 Sannerville
                21 2019-12-31 COMD 14712 Troarn -> COM 14712 Troarn
                21 2019-12-31 COM 14712 Saline -> COM 14712 Troarn
                """));

        assertThat(Mouvements.living(vies, LocalDate.of(2019, 1, 1))).containsExactly("14712");
        assertThat(Mouvements.living(vies, LocalDate.of(2020, 1, 1))).containsExactly("14666", "14712");
        assertThat(text(vies))
                .contains(
                        "COM 14712 Saline 2017-01-01 2019-12-31 14666+14712",
                        "COMD 14666 Sannerville 2017-01-01 2019-12-31 14666",
                        "COM 14666 Sannerville 2019-12-31 9999-12-31 14666",
                        "COM 14712 Troarn 2019-12-31 9999-12-31 14712");
    }

    @Test
    void loudonBoreThreeCodesAndOneOfThemWasThatOfAMember() {
        assertThat(lives("""
                33 1973-01-01 COM 14472 Notre-Dame-de-Fresnay -> COMA 14472 Notre-Dame-de-Fresnay
                33 1973-01-01 COM 14472 Notre-Dame-de-Fresnay -> COM 14624 L'Oudon
                33 1973-01-01 COM 14624 Saint-Martin-de-Fresnay -> COM 14624 L'Oudon
                33 1973-01-01 COM 14697 Tôtes -> COM 14624 L'Oudon
                33 1973-01-01 COM 14697 Tôtes -> COMA 14697 Tôtes
                50 1990-02-01 COM 14624 L'Oudon -> COM 14697 L'Oudon
                50 1990-02-01 COMA 14697 Tôtes -> COMA 14624 Saint-Martin-de-Fresnay
                50 2014-01-07 COM 14697 L'Oudon -> COM 14472 L'Oudon
                50 2014-01-07 COMA 14472 Notre-Dame-de-Fresnay -> COMA 14697 Tôtes
                """))
                .contains(
                        "COM 14624 L'Oudon 1973-01-01 1990-02-01 14472+14624+14697",
                        "COM 14697 L'Oudon 1990-02-01 2014-01-07 14472+14624+14697",
                        "COM 14472 L'Oudon 2014-01-07 9999-12-31 14472+14624+14697",
                        "COMA 14697 Tôtes 1973-01-01 1990-02-01 14697",
                        "COMA 14697 Tôtes 2014-01-07 9999-12-31 14697");
    }

    @Test
    void aCommuneTakesTheCodeOfAnotherDepartementAndMergesOnTheSameDay() {
        assertThat(lives("""
                32 2018-01-01 COM 44180 Vritz -> COM 44180 Vallons-de-l'Erdre
                32 2018-01-01 COM 44225 Freigné -> COM 44180 Vallons-de-l'Erdre
                32 2018-01-01 COM 44225 Freigné -> COMD 44225 Freigné
                41 2018-01-01 COM 49144 Freigné -> COM 44225 Freigné
                """))
                .containsExactly(
                        "COM 44180 Vritz 1943-01-01 2018-01-01 44180",
                        "COM 44180 Vallons-de-l'Erdre 2018-01-01 9999-12-31 44180+49144",
                        "COMD 44225 Freigné 2018-01-01 9999-12-31 49144",
                        "COM 49144 Freigné 1943-01-01 2018-01-01 49144");
    }

    @Test
    void corsicaChangesItsCodesAndALaterNameLeavesThePiecesAsTheyAre() {
        assertThat(lives("""
                41 1976-01-01 COM 20004 Ajaccio -> COM 2A004 Ajaccio
                10 1980-01-01 COM 2A004 Ajaccio -> COM 2A004 Aiacciu
                """))
                .containsExactly(
                        "COM 20004 Ajaccio 1943-01-01 1976-01-01 20004",
                        "COM 2A004 Ajaccio 1976-01-01 1980-01-01 20004",
                        "COM 2A004 Aiacciu 1980-01-01 9999-12-31 20004");
    }

    @Test
    void twoCommunesMayExchangeTheirCodesOnOneDay() {
        assertThat(lives("""
                41 1980-01-01 COM 01001 Un -> COM 01002 Un
                41 1980-01-01 COM 01002 Deux -> COM 01001 Deux
                """))
                .contains("COM 01001 Deux 1980-01-01 9999-12-31 01002", "COM 01002 Un 1980-01-01 9999-12-31 01001");
    }

    @Test
    void overseasCollectivitiesAndMayotteHaveCodesTheFileLeavesOut() {
        List<String> lives = text(Chronique.of(Mouvement.horsFichier()));

        assertThat(lives)
                .contains(
                        "COM 97123 Saint-Barthélemy 1943-01-01 2007-07-15 97123",
                        "COM 97701 Saint-Barthélemy 2007-07-15 9999-12-31 97123",
                        "COM 97801 Saint-Martin 2007-07-15 9999-12-31 97127",
                        "COM 97611 Mamoudzou 2008-06-01 9999-12-31 98511");
    }

    @Test
    void arrondissementsAreReadAsTheCommuneThatHoldsThem() {
        List<Vie> vies = Chronique.of(Mouvements.of("""
                20 1946-10-18 COM 13055 Marseille -> ARM 13201 Marseille 1er
                31 1963-01-01 COM 69123 Lyon -> COM 69123 Lyon
                31 1963-01-01 COM 69232 Rambert -> COM 69123 Lyon
                20 1964-08-12 ARM 69385 Lyon 5e -> ARM 69385 Lyon 5e
                20 1964-08-12 ARM 69385 Lyon 5e -> ARM 69389 Lyon 9e
                """));

        assertThat(text(Chronique.arrondissements(
                        vies,
                        Map.of("69389", "69123", "69381", "69123", "75101", "75056"),
                        Map.of("69381", "Lyon 1er"))))
                .containsExactly(
                        "ARM 69381 Lyon 1er 1943-01-01 1963-01-01 69123",
                        "ARM 69381 Lyon 1er 1963-01-01 9999-12-31 69123+69232",
                        "ARM 69389 Lyon 9e 1964-08-12 9999-12-31 69123+69232");
    }

    @Test
    void theOrderOfTheLinesDoesNotCount() throws IOException {
        List<Mouvement> real = new ArrayList<>(Mouvements.real());
        List<Vie> vies = Chronique.of(real);
        Collections.shuffle(real, new Random(7));

        assertThat(Chronique.of(real)).isEqualTo(vies);
    }

    @Test
    void communesOfEveryVintageAreThoseOfTheCodeOfficielGeographique() throws IOException {
        List<Vie> vies = Chronique.of(Mouvements.real());
        Set<String> never = never(vies);

        for (int year = 2021; year <= 2024; year++) {
            TreeSet<String> found = Mouvements.living(vies, LocalDate.of(year, 1, 1));
            found.removeIf(code -> code.startsWith("977") || code.startsWith("978"));
            found.addAll(never);
            assertThat(found).as("communes of " + year).isEqualTo(Mouvements.communes(year));
            assertThat(found).hasSize(printed(year));
        }
    }

    @Test
    void communesOf2018AreThoseOfTheBoundaries() throws IOException {
        List<Vie> vies = Chronique.of(Mouvements.real());

        TreeSet<String> found = Mouvements.living(vies, LocalDate.of(2018, 1, 1));
        found.removeIf(code -> code.startsWith("977") || code.startsWith("978"));
        found.addAll(never(vies));
        assertThat(found).hasSize(35_357).isEqualTo(Mouvements.contours2018());
    }

    @Test
    void eachPieceIsInOneCommuneFromTheFirstDayToTheLast() throws IOException {
        Map<String, List<Vie>> holders = new TreeMap<>();
        Chronique.of(Mouvements.real()).stream().filter(Vie::isCommune).forEach(vie -> vie.atomes()
                .forEach(atome ->
                        holders.computeIfAbsent(atome, one -> new ArrayList<>()).add(vie)));

        holders.forEach((atome, vies) -> {
            vies.sort(Comparator.comparing(Vie::debut));
            LocalDate next = FROM_NOTHING.contains(atome) ? vies.get(0).debut() : Vie.ORIGINE;
            for (Vie vie : vies) {
                assertThat(vie.debut()).as("piece " + atome + " in " + vie).isEqualTo(next);
                next = vie.fin();
            }
            assertThat(next).as("piece " + atome).isEqualTo(Vie.OUVERTE);
        });
    }

    private static int printed(int year) {
        return switch (year) {
            case 2021 -> 34_965;
            case 2022 -> 34_955;
            case 2023 -> 34_945;
            default -> 34_935;
        };
    }

    /** Communes of which no movement tells: as they were in 1943. */
    private static Set<String> never(List<Vie> vies) throws IOException {
        Set<String> told = vies.stream().filter(Vie::isCommune).map(Vie::code).collect(Collectors.toSet());
        Set<String> never = new HashSet<>(Mouvements.communes(2024));
        never.removeAll(told);
        return never;
    }

    private static List<String> lives(String mouvements) {
        return text(Chronique.of(Mouvements.of(mouvements)));
    }

    private static List<String> text(List<Vie> vies) {
        return vies.stream()
                .map(vie -> String.join(
                        " ",
                        vie.type(),
                        vie.code(),
                        String.valueOf(vie.nom()),
                        vie.debut().toString(),
                        vie.fin().toString(),
                        String.join("+", vie.atomes())))
                .toList();
    }
}
