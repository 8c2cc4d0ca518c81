package fr.maillage.gold.reseau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Measures of networks against definitions taken word by word, and against JGraphT. */
class ReseauTest {

    private static final int JOUR = 100;

    private record Lien(String from, String to, byte sorte, int du, int au) {

        boolean holds() {
            return du <= JOUR && JOUR <= au && !from.equals(to);
        }

        boolean est(byte kind) {
            return sorte == kind;
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 120);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void componentsBridgesAndWhatIsLostAreThoseOfTheDefinition(int seed) {
        List<Lien> liens = random(seed);
        Map<String, Set<String>> voisins = voisins(liens);
        Graphe graphe = graphe(liens);
        Composantes composantes = Composantes.of(graphe);
        Articulations articulations = Articulations.of(graphe);

        voisins.forEach((code, around) -> {
            int node = graphe.reseau().numero(code);
            Set<String> component = reached(voisins, code, "");
            assertThat(graphe.degre(node)).isEqualTo(around.size());
            assertThat(graphe.reseau().code(composantes.of(node)))
                    .isEqualTo(component.iterator().next());
            List<Set<String>> pieces = pieces(voisins, component, code);
            assertThat(articulations.estArticulation(node)).isEqualTo(pieces.size() > 1);
            Set<String> largest = pieces.stream()
                    .max(Comparator.comparing(ReseauTest::weight))
                    .orElseThrow();
            assertThat(articulations.organisationsSeparees(node))
                    .isEqualTo(
                            pieces.stream().mapToLong(ReseauTest::organisations).sum() - organisations(largest));
            assertThat(articulations.cooperationsSeparees(node))
                    .isEqualTo(component.size()
                            - 1
                            - pieces.stream()
                                    .mapToLong(ReseauTest::organisations)
                                    .sum()
                            - (largest.size() - organisations(largest)));
            assertThat((long) articulations.ponts(node))
                    .isEqualTo(around.stream()
                            .filter(other -> !reached(without(voisins, code, other), code, "")
                                    .contains(other))
                            .count());
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void jgraphtFindsTheSameBetweennessArticulationPointsBridgesAndComponents(int seed) {
        Graph<String, DefaultEdge> library = new SimpleGraph<>(DefaultEdge.class);
        List<Lien> liens = random(seed);
        voisins(liens).forEach((code, around) -> {
            library.addVertex(code);
            around.forEach(library::addVertex);
            around.forEach(other -> library.addEdge(code, other));
        });
        Graphe graphe = graphe(liens);
        Composantes composantes = Composantes.of(graphe);
        Articulations articulations = Articulations.of(graphe);
        Intermediarite exacte = Intermediarite.of(graphe, composantes, 1000, 1);
        Map<String, Double> between = new BetweennessCentrality<>(library).getScores();
        BiconnectivityInspector<String, DefaultEdge> blocks = new BiconnectivityInspector<>(library);

        assertThat(composantes.size())
                .isEqualTo(new ConnectivityInspector<>(library).connectedSets().size());
        for (String code : library.vertexSet()) {
            int node = graphe.reseau().numero(code);
            int size = composantes.tailles()[composantes.of(node)];
            double pairs = (size - 1) * (size - 2) / 2.0;
            assertThat(articulations.estArticulation(node))
                    .isEqualTo(blocks.getCutpoints().contains(code));
            if (size < 3) {
                assertThat(exacte.valeur(node)).isNull();
            } else {
                assertThat(exacte.valeur(node)).isCloseTo(between.get(code) / pairs, within(1e-6));
            }
        }
        assertThat(IntStream.range(0, graphe.size()).map(articulations::ponts).sum())
                .isEqualTo(2 * blocks.getBridges().size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void partnersMembersAndDissolvedCooperationsAreThoseOfTheDefinition(int seed) {
        List<Lien> liens = random(seed);
        Graphe graphe = graphe(liens);
        Voisinage voisinage = new Voisinage(graphe);
        Map<String, Set<String>> membres = ends(liens, Reseau.MEMBRE, true);
        Map<String, Set<String>> cooperations = ends(liens, Reseau.MEMBRE, false);
        Set<String> related = liens.stream()
                .filter(lien -> lien.holds() && !lien.est(Reseau.MEMBRE))
                .flatMap(lien -> List.of(lien.from() + lien.to(), lien.to() + lien.from()).stream())
                .collect(Collectors.toSet());

        voisins(liens).keySet().forEach(code -> {
            int node = graphe.reseau().numero(code);
            Set<String> own = cooperations.getOrDefault(code, Set.of());
            assertThat(voisinage.cooperations(node)).isEqualTo(own.size());
            assertThat((long) voisinage.cooperationsDissoutes(node))
                    .isEqualTo(own.stream()
                            .filter(one -> membres.get(one).size() == 2)
                            .count());
            if (code.startsWith("coop:")) {
                List<String> inside = List.copyOf(membres.getOrDefault(code, Set.of()));
                assertThat(voisinage.membres(node)).isEqualTo(inside.size());
                assertThat(voisinage.pairesLiees(node))
                        .isEqualTo(inside.stream()
                                        .flatMap(one -> inside.stream().filter(two -> related.contains(one + two)))
                                        .count()
                                / 2);
            } else {
                assertThat((long) voisinage.partenaires(node))
                        .isEqualTo(voisins(liens).keySet().stream()
                                .filter(other -> !other.equals(code) && !other.startsWith("coop:"))
                                .filter(other -> related.contains(code + other)
                                        || own.stream().anyMatch(one -> membres.get(one)
                                                .contains(other)))
                                .count());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void communitiesStayWithinComponentsAndBeatEveryNodeAlone(int seed) {
        Graphe graphe = graphe(random(seed));
        Composantes composantes = Composantes.of(graphe);
        int[] communautes = Communautes.of(graphe);
        int[] alone = IntStream.range(0, graphe.size()).toArray();

        for (int node : alone) {
            assertThat(composantes.of(communautes[node])).isEqualTo(composantes.of(node));
            assertThat(communautes[node]).isLessThanOrEqualTo(node);
        }
        assertThat(modularity(graphe, communautes)).isGreaterThanOrEqualTo(modularity(graphe, alone));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfLinksChangesNothing(int seed) {
        List<Lien> liens = random(seed);
        List<Lien> shuffled = new ArrayList<>(liens);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(rows(shuffled)).isEqualTo(rows(liens));
    }

    @Test
    void twoGroupsThatASingleLinkJoinsAreTwoCommunities() {
        List<Lien> liens = new ArrayList<>();
        for (String group : List.of("a", "b")) {
            for (int one = 0; one < 5; one++) {
                for (int two = 0; two < one; two++) {
                    liens.add(always(group + one, group + two, Reseau.DIRECT));
                }
            }
        }
        liens.add(always("a0", "b0", Reseau.DIRECT));
        Graphe graphe = graphe(liens);

        assertThat(Communautes.of(graphe)).containsExactly(0, 0, 0, 0, 0, 5, 5, 5, 5, 5);
    }

    @Test
    void alongALineOfAHundredThousandNothingOverflows() {
        Graphe graphe = graphe(line(100_000));
        Articulations articulations = Articulations.of(graphe);

        assertThat(articulations.organisationsSeparees(50_000)).isEqualTo(49_999);
        assertThat(articulations.ponts(50_000)).isEqualTo(2);
        assertThat(articulations.estArticulation(0)).isFalse();
        Intermediarite estimee = Intermediarite.of(graphe, Composantes.of(graphe), 1000, 4);
        assertThat(estimee.sources(50_000)).isEqualTo(4);
        assertThat(estimee.valeur(50_000)).isGreaterThan(estimee.valeur(1));
    }

    @Test
    void aSampleOfAllNodesIsExactAndASmallerOneIsTheSameEveryTime() {
        Graphe graphe = graphe(line(30));
        Composantes composantes = Composantes.of(graphe);
        Intermediarite exacte = Intermediarite.of(graphe, composantes, 1000, 1);
        Intermediarite tous = Intermediarite.of(graphe, composantes, 0, 1000);
        Intermediarite deux = Intermediarite.of(graphe, composantes, 0, 2);
        Intermediarite encore = Intermediarite.of(graphe, composantes, 0, 2);

        for (int node = 0; node < graphe.size(); node++) {
            assertThat(tous.valeur(node)).isEqualTo(exacte.valeur(node));
            assertThat(encore.valeur(node)).isEqualTo(deux.valeur(node));
        }
        assertThat(exacte.valeur(15)).isCloseTo(14.0 * 15 / (29.0 * 28 / 2), within(1e-9));
    }

    private static List<Object> rows(List<Lien> liens) {
        return List.copyOf(new MesuresActeur(graphe(liens), JOUR, 4, 2).rows().toList());
    }

    private static Graphe graphe(List<Lien> liens) {
        Reseau.Builder builder = new Reseau.Builder();
        liens.forEach(lien -> builder.add(lien.from(), lien.to(), lien.sorte(), lien.du(), lien.au()));
        return builder.build().on(JOUR);
    }

    private static List<Lien> line(int nodes) {
        return IntStream.range(1, nodes)
                .mapToObj(i -> always("ext:%06d".formatted(i - 1), "ext:%06d".formatted(i), Reseau.DIRECT))
                .toList();
    }

    private static Lien always(String from, String to, byte sorte) {
        return new Lien(from, to, sorte, Reseau.TOUJOURS, Reseau.SANS_FIN);
    }

    /** A dozen organisations and half as many cooperations, few links or many, some of them over or to come. */
    private static List<Lien> random(int seed) {
        Random random = new Random(seed);
        int organisations = 1 + random.nextInt(12);
        int cooperations = 1 + random.nextInt(6);
        List<Lien> liens = new ArrayList<>();
        for (int i = random.nextInt(40); i >= 0; i--) {
            byte sorte = (byte) (1 + random.nextInt(3));
            String from =
                    random.nextInt(6) == 0 ? coop(random, cooperations) : "siren:" + random.nextInt(organisations);
            String to = sorte == Reseau.MEMBRE || random.nextInt(9) == 0
                    ? coop(random, cooperations)
                    : "siren:" + random.nextInt(organisations);
            int du = random.nextBoolean() ? Reseau.TOUJOURS : 90 + random.nextInt(12);
            int au = random.nextBoolean() ? Reseau.SANS_FIN : 99 + random.nextInt(12);
            liens.add(new Lien(from, to, sorte, du, au));
        }
        return liens;
    }

    private static String coop(Random random, int cooperations) {
        return "coop:" + random.nextInt(cooperations);
    }

    private static Map<String, Set<String>> voisins(List<Lien> liens) {
        Map<String, Set<String>> voisins = new HashMap<>();
        liens.stream().filter(Lien::holds).forEach(lien -> {
            voisins.computeIfAbsent(lien.from(), code -> new TreeSet<>()).add(lien.to());
            voisins.computeIfAbsent(lien.to(), code -> new TreeSet<>()).add(lien.from());
        });
        return voisins;
    }

    private static Map<String, Set<String>> ends(List<Lien> liens, byte sorte, boolean byTarget) {
        return liens.stream()
                .filter(lien -> lien.holds() && lien.est(sorte))
                .collect(Collectors.groupingBy(
                        byTarget ? Lien::to : Lien::from,
                        Collectors.mapping(byTarget ? Lien::from : Lien::to, Collectors.toSet())));
    }

    private static Set<String> reached(Map<String, Set<String>> voisins, String from, String removed) {
        Set<String> reached = new TreeSet<>(Set.of(from));
        List<String> queue = new ArrayList<>(reached);
        for (int head = 0; head < queue.size(); head++) {
            for (String next : voisins.get(queue.get(head))) {
                if (!next.equals(removed) && reached.add(next)) {
                    queue.add(next);
                }
            }
        }
        return reached;
    }

    private static List<Set<String>> pieces(Map<String, Set<String>> voisins, Set<String> component, String removed) {
        return component.stream()
                .filter(code -> !code.equals(removed))
                .map(code -> reached(voisins, code, removed))
                .distinct()
                .toList();
    }

    private static Map<String, Set<String>> without(Map<String, Set<String>> voisins, String one, String two) {
        Map<String, Set<String>> cut = new HashMap<>();
        voisins.forEach((code, around) -> cut.put(
                code,
                around.stream()
                        .filter(other ->
                                !((code.equals(one) && other.equals(two)) || (code.equals(two) && other.equals(one))))
                        .collect(Collectors.toCollection(TreeSet::new))));
        return cut;
    }

    private static long organisations(Set<String> codes) {
        return codes.stream().filter(code -> !code.startsWith("coop:")).count();
    }

    private static long weight(Set<String> piece) {
        return 1000 * organisations(piece) + piece.size();
    }

    private static double modularity(Graphe graphe, int[] groups) {
        double total = Math.max(1, graphe.voisins().length);
        double modularity = 0;
        for (int one = 0; one < graphe.size(); one++) {
            for (int two = 0; two < graphe.size(); two++) {
                if (groups[one] == groups[two]) {
                    modularity -= graphe.degre(one) * (double) graphe.degre(two) / total;
                }
            }
            for (int at = graphe.debut(one); at < graphe.fin(one); at++) {
                modularity += groups[one] == groups[graphe.voisin(at)] ? 1 : 0;
            }
        }
        return modularity + 1e-9;
    }
}
