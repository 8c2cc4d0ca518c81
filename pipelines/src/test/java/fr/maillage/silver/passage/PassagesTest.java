package fr.maillage.silver.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.maillage.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The algebra of vintages: on lines that can be followed by hand, on random histories, on all real movements. */
class PassagesTest {

    private static final double EXACT = 1e-9;

    /** B merges into A in 2019, A is split again in A and B in 2022; C takes the code D in mid-2020; F comes out of E. */
    private static final String HISTOIRE = """
            32 2019-01-01 COM 01001 -> COM 01001
            32 2019-01-01 COM 01002 -> COM 01001
            32 2019-01-01 COM 01002 -> COMD 01002
            21 2022-01-01 COM 01001 -> COM 01001
            21 2022-01-01 COM 01001 -> COM 01002
            21 2022-01-01 COMD 01002 -> COM 01002
            41 2020-06-01 COM 01003 -> COM 69003
            20 2021-07-01 COM 01005 -> COM 01005
            20 2021-07-01 COM 01005 -> COM 01006
            """;

    private static final Passages PASSAGES = passages(
            Chronique.of(Mouvements.of(HISTOIRE)),
            Map.of(2018, Map.of("01001", 300L, "01002", 100L), 2024, Map.of("01001", 290L, "01002", 110L)));

    @ParameterizedTest
    @CsvSource({
        "01001, 2018, 2019, 01001 1.0 exact",
        "01002, 2018, 2019, 01001 1.0 exact",
        "01002, 2018, 2022, 01002 1.0 exact",
        "01001, 2019, 2022, 01001 0.75 pondere + 01002 0.25 pondere",
        "01001, 2021, 2018, 01001 0.75 pondere + 01002 0.25 pondere",
        "01001, 2019, 2021, 01001 1.0 exact",
        "01002, 2022, 2021, 01001 1.0 exact",
        "01002, 2022, 2018, 01002 1.0 exact",
        "01002, 2020, 2022, 01002 1.0 exact",
        "01003, 2018, 2024, 69003 1.0 exact",
        "01003, 2020, 2021, 69003 1.0 exact",
        "69003, 2021, 2020, 01003 1.0 exact",
        "01005, 2018, 2022, 01005 0.5 inconnu + 01006 0.5 inconnu",
        "01006, 2022, 2018, 01005 1.0 exact",
        "99999, 2018, 2022, ''"
    })
    void goesFromAnyVintageToAnyOther(String code, int from, int to, String expected) {
        assertThat(String.join(
                        " + ",
                        PASSAGES.between(code, from, to).stream()
                                .map(one -> one.vers() + " " + one.part() + " " + one.natureDePart())
                                .toList()))
                .isEqualTo(expected);
    }

    @Test
    void anIntervalHoldsEveryShareThatAKnownPopulationGives() {
        Passage piece = PASSAGES.between("01001", 2019, 2022).get(0);

        assertThat(piece.basse()).isCloseTo(0.725, within(EXACT));
        assertThat(piece.part()).isEqualTo(0.75);
        assertThat(piece.haute()).isEqualTo(0.75);
        assertThat(PASSAGES.between("01005", 2018, 2022)).allSatisfy(one -> {
            assertThat(one.basse()).isZero();
            assertThat(one.haute()).isEqualTo(1);
        });
    }

    @Test
    void theVintageNearestToTheSplitWeighsIt() {
        List<Vie> vies = Chronique.of(Mouvements.of("""
                31 2010-01-01 COM 01001 -> COM 01001
                31 2010-01-01 COM 01002 -> COM 01001
                """));
        Map<Integer, Map<String, Long>> populations =
                Map.of(1999, Map.of("01001", 50L, "01002", 50L), 2009, Map.of("01001", 90L, "01002", 10L));

        assertThat(passages(vies, populations).between("01001", 2015, 2005))
                .extracting(Passage::part)
                .containsExactly(0.9, 0.1);
    }

    @Test
    void aCommuneWithoutInhabitantsWeighsNothing() {
        List<Vie> vies = Chronique.of(Mouvements.of("""
                31 2010-01-01 COM 55039 -> COM 55039
                31 2010-01-01 COM 55050 -> COM 55039
                """));

        assertThat(passages(vies, Map.of(2009, Map.of("55039", 0L, "55050", 0L)))
                        .between("55039", 2015, 2005))
                .extracting(Passage::natureDePart)
                .containsExactly("inconnu", "inconnu");
        assertThat(passages(vies, Map.of(2009, Map.of("55039", 8L, "55050", 0L)))
                        .between("55039", 2015, 2005))
                .extracting(Passage::part)
                .containsExactly(1.0, 0.0);
    }

    @ParameterizedTest
    @CsvSource({
        "01002, 2018, COMMUNE",
        "01002, 2020, COMMUNE_RATTACHEE",
        "01002, 2023, COMMUNE",
        "01003, 2022, AUTRE_MILLESIME",
        "69003, 2019, AUTRE_MILLESIME",
        "99999, 2020, INCONNU"
    })
    void saysWhetherACodeMayBeUsed(String code, int year, Usage expected) {
        assertThat(PASSAGES.usage(code, LocalDate.of(year, 1, 1))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void anyHistoryKeepsTotalsComposesAndComesBack(long seed) {
        HistoireAuHasard random = new HistoireAuHasard(seed);
        List<Vie> vies = withUnmoved(Chronique.of(random.mouvements()), random.communes(2000));
        Passages passages = passages(vies, random.populations());

        List<Integer> years = List.of(2000, 2004, 2009, 2013, 2020);
        for (int from : years) {
            for (int to : years) {
                conserves(passages, random.communes(from), from, to);
                for (int over : years) {
                    composes(passages, random.communes(from), from, over, to);
                }
            }
        }
    }

    @Test
    void allRealMovementsKeepTotalsComposeAndComeBack() throws IOException {
        List<Vie> vies = real();
        Passages passages = passages(vies, populations());
        List<Integer> years = List.of(1944, 1975, 2015, 2018, 2024);
        Map<Integer, TreeSet<String>> communes = new TreeMap<>();
        years.forEach(year -> communes.put(year, Mouvements.living(vies, LocalDate.of(year, 1, 1))));

        for (int from : years) {
            for (int to : years) {
                conserves(passages, communes.get(from), from, to);
                if (from <= to) {
                    composes(passages, communes.get(from), from, to, from);
                    composes(passages, communes.get(from), from, 2018, to);
                }
            }
        }
    }

    @Test
    void everyLaterVintageReachesTheBoundariesOf2018() throws IOException {
        Passages passages = passages(real(), populations());
        TreeSet<String> contours = Mouvements.contours2018();

        for (int year : List.of(2021, 2022, 2023, 2024)) {
            TreeSet<String> reached = new TreeSet<>();
            for (String code : Mouvements.communes(year)) {
                passages.between(code, year, 2018).forEach(one -> reached.add(one.vers()));
            }
            assertThat(reached).as("communes of 2018 from " + year).isEqualTo(contours);
        }
    }

    @Test
    void mostSplitsAreWeighedByThePopulationsOfTheirPieces() throws IOException {
        Passages passages = passages(real(), populations());
        Map<String, Integer> natures = new TreeMap<>();
        for (String code : Mouvements.communes(2024)) {
            passages.between(code, 2024, 2018).forEach(one -> natures.merge(one.natureDePart(), 1, Integer::sum));
        }

        assertThat(natures).containsOnlyKeys("exact", "inconnu", "pondere");
        assertThat(natures.get("exact")).isGreaterThan(34_000);
        assertThat(passages.between("14712", 2019, 2021))
                .extracting(one -> one.vers() + " " + one.natureDePart())
                .containsExactly("14666 pondere", "14712 pondere");
    }

    /** Shares add up to 1, each within its bounds. */
    private static void conserves(Passages passages, Iterable<String> communes, int from, int to) {
        for (String code : communes) {
            List<Passage> found = passages.between(code, from, to);
            if (found.isEmpty()) {
                assertThat(FOREIGN)
                        .as(code + " of " + from + " has no place in " + to)
                        .contains(code);
                continue;
            }
            double total = found.stream().mapToDouble(Passage::part).sum();
            if (Math.abs(total - 1) > EXACT && !FOREIGN.contains(code)) {
                assertThat(total).as(code + " from " + from + " to " + to).isCloseTo(1, within(EXACT));
            }
            for (Passage one : found) {
                if (one.basse() - EXACT > one.part() || one.part() > one.haute() + EXACT) {
                    assertThat(one).as("within its bounds").isNull();
                }
            }
        }
    }

    /** Going over another vintage says the same wherever nothing was cut, and what is exact there and back is itself. */
    private static void composes(Passages passages, Iterable<String> communes, int from, int over, int to) {
        for (String code : communes) {
            List<Passage> first = passages.between(code, from, over);
            if (first.size() != 1 || !first.get(0).isExact()) {
                continue;
            }
            Map<String, Passage> direct = new HashMap<>();
            passages.between(code, from, to).forEach(one -> direct.put(one.vers(), one));
            Map<String, Passage> chained = new HashMap<>();
            passages.between(first.get(0).vers(), over, to).forEach(one -> chained.put(one.vers(), one));
            for (String reached : direct.keySet()) {
                if (!chained.containsKey(reached)) {
                    assertThat(chained)
                            .as(code + " from " + from + " over " + over + " to " + to)
                            .containsKey(reached);
                }
            }
            boolean whole = passages.between(first.get(0).vers(), over, from).size() == 1;
            if (whole && !chained.keySet().equals(direct.keySet())) {
                assertThat(chained)
                        .as(code + " from " + from + " over " + over + " to " + to)
                        .isEqualTo(direct);
            }
            if (chained.size() == 1 && chained.values().iterator().next().isExact()) {
                Passage one = direct.get(chained.keySet().iterator().next());
                assertThat(one != null && one.isExact())
                        .as(code + " exact twice is exact")
                        .isTrue();
            }
        }
    }

    /** What was not French on some of the days. */
    private static final Set<String> FOREIGN = Set.of("06162", "06163", "97311");

    private static Passages passages(List<Vie> vies, Map<Integer, Map<String, Long>> populations) {
        return Passages.of(Portion.of(vies, populations));
    }

    private static List<Vie> real() throws IOException {
        return withUnmoved(Chronique.of(Mouvements.real()), Mouvements.communes(2024));
    }

    /** Lives with those of communes of which no movement tells. */
    private static List<Vie> withUnmoved(List<Vie> told, TreeSet<String> communes) {
        List<Vie> vies = new ArrayList<>(told);
        TreeSet<String> unmoved = new TreeSet<>(communes);
        told.stream().filter(Vie::isCommune).forEach(vie -> unmoved.remove(vie.code()));
        unmoved.forEach(
                code -> vies.add(new Vie("COM", code, null, Vie.ORIGINE, Vie.OUVERTE, null, null, List.of(code))));
        return vies;
    }

    private static Map<Integer, Map<String, Long>> populations() throws IOException {
        Map<Integer, Map<String, Long>> populations = new TreeMap<>();
        for (String file : List.of("pop2019_geo2021", "pop2020_geo2022", "pop2021_geo2023")) {
            Map<String, Long> known = new HashMap<>();
            List<String> lines = Files.readAllLines(RealData.path("population/donnees_communes_" + file + ".csv"));
            List<String> header =
                    Stream.of(lines.get(0).split(";")).map(String::strip).toList();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(";", -1);
                String code = file.contains("2020")
                        ? cells[header.indexOf("CODDEP")] + cells[header.indexOf("CODCOM")]
                        : cells[header.indexOf("COM")];
                known.put(code, Long.parseLong(cells[header.indexOf("PMUN")].replaceAll("\\D", "")));
            }
            populations.put(Integer.parseInt(file.substring(file.length() - 4)), known);
        }
        return populations;
    }
}
