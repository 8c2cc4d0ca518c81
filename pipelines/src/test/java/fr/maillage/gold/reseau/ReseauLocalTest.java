package fr.maillage.gold.reseau;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReseauLocalTest {

    private static final int ORGANISATIONS = 14;
    private static final int COOPERATIONS = 5;

    static IntStream seeds() {
        return IntStream.range(0, 120);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pairsArcsAndComponentsAreThoseOfTheDefinition(int seed) {
        Random random = new Random(seed);
        Graphe graphe = random(random);
        ReseauLocal local = new ReseauLocal(graphe);
        for (int territoire = 0; territoire < 4; territoire++) {
            int[] noeuds = some(random, graphe.size());
            SimpleGraph<Integer, DefaultEdge> tied = tied(graphe, noeuds);
            Set<Set<Integer>> components = new HashSet<>(new ConnectivityInspector<>(tied).connectedSets());

            ReseauLocal.Mesures mesures = local.of(noeuds, 2);

            assertThat(mesures.noeuds()).isEqualTo(noeuds.length + 2L);
            assertThat(mesures.liens()).isEqualTo(tied.edgeSet().size());
            assertThat(mesures.relies())
                    .isEqualTo(tied.vertexSet().stream()
                            .filter(one -> tied.degreeOf(one) > 0)
                            .count());
            assertThat(mesures.composantes()).isEqualTo(components.size() + 2L);
            assertThat(mesures.plusGrande())
                    .isEqualTo(components.stream().mapToInt(Set::size).max().orElse(1));
            assertThat(mesures.arcs()).isEqualTo(arcs(graphe, noeuds, false));
            assertThat(mesures.reciproques()).isEqualTo(arcs(graphe, noeuds, true));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cooperationsNeverAddInterlocutors(int seed) {
        Random random = new Random(seed);
        Graphe graphe = random(random);
        int[] managers = some(random, graphe.size());
        ReseauLocal local = new ReseauLocal(graphe);
        boolean[] none = new boolean[graphe.size()];
        boolean[] all = new boolean[graphe.size()];
        IntStream.range(0, graphe.size()).forEach(node -> all[node] = graphe.estCooperation(node));

        assertThat(local.interlocuteurs(managers, none)).isEqualTo(managers.length);
        assertThat(local.interlocuteurs(managers, all))
                .isBetween(managers.length == 0 ? 0L : 1L, (long) managers.length);
    }

    private static Graphe random(Random random) {
        Reseau.Builder builder = new Reseau.Builder();
        for (int i = random.nextInt(40); i >= 0; i--) {
            byte sorte = (byte) (1 + random.nextInt(3));
            String to = sorte == Reseau.MEMBRE
                    ? "coop:" + random.nextInt(COOPERATIONS)
                    : "siren:" + random.nextInt(ORGANISATIONS);
            builder.add("siren:" + random.nextInt(ORGANISATIONS), to, sorte, Reseau.TOUJOURS, Reseau.SANS_FIN);
        }
        return builder.build().on(0);
    }

    private static int[] some(Random random, int nodes) {
        return IntStream.range(0, nodes).filter(node -> random.nextBoolean()).toArray();
    }

    private static SimpleGraph<Integer, DefaultEdge> tied(Graphe graphe, int[] noeuds) {
        SimpleGraph<Integer, DefaultEdge> tied = new SimpleGraph<>(DefaultEdge.class);
        IntStream.of(noeuds).forEach(tied::addVertex);
        for (int one : noeuds) {
            for (int two : noeuds) {
                Set<Integer> common = new TreeSet<>(cooperations(graphe, one));
                common.retainAll(cooperations(graphe, two));
                if (one < two && (!common.isEmpty() || flags(graphe, one, two) != 0)) {
                    tied.addEdge(one, two);
                }
            }
        }
        return tied;
    }

    private static Set<Integer> cooperations(Graphe graphe, int node) {
        Set<Integer> found = new TreeSet<>();
        for (int at = graphe.debut(node); at < graphe.fin(node); at++) {
            if (graphe.est(at, Graphe.MEMBRE_DE)) {
                found.add(graphe.voisin(at));
            }
        }
        return found;
    }

    private static long arcs(Graphe graphe, int[] noeuds, boolean bothWays) {
        int wanted = bothWays ? Graphe.VERS | Graphe.DEPUIS : Graphe.VERS;
        return IntStream.of(noeuds)
                .mapToLong(one -> IntStream.of(noeuds)
                        .filter(two -> (flags(graphe, one, two) & wanted) == wanted)
                        .count())
                .sum();
    }

    private static int flags(Graphe graphe, int one, int two) {
        for (int at = graphe.debut(one); at < graphe.fin(one); at++) {
            if (graphe.voisin(at) == two) {
                int edge = at;
                return IntStream.of(1, 2, 4, 8, 16)
                        .filter(flag -> graphe.est(edge, flag))
                        .sum();
            }
        }
        return 0;
    }
}
