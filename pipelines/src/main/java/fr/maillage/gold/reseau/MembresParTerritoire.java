package fr.maillage.gold.reseau;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What one task reads besides memberships and days, and what it tells of each cooperation: whom it needs, and where. */
final class MembresParTerritoire {

    private static final int PRESENCE = 4;

    static final StructType TYPE = new StructType()
            .add(CODE_COOPERATION, DataTypes.StringType)
            .add(DATE_OBSERVATION, DataTypes.DateType)
            .add(MEMBRES_INDISPENSABLES, DataTypes.createArrayType(DataTypes.StringType))
            .add(NB_TERRITOIRES_MEMBRES, DataTypes.LongType)
            .add(NB_TERRITOIRES_MEMBRE_UNIQUE, DataTypes.LongType)
            .add(MEMBRES_SEULS, DataTypes.createArrayType(DataTypes.StringType));

    /** A territory by its number, and the days on which the member is there. */
    private record Presence(int territoire, int du, int au) {}

    private final LiensDuReseau liens = new LiensDuReseau();
    private final Map<String, List<Presence>> presences = new HashMap<>();
    private final Map<String, Integer> territoires = new HashMap<>();

    /** Memberships, days, and who is where, side by side. */
    static Dataset<Row> rows(Dataset<Row> membres, Dataset<Row> jours, Dataset<Row> presences) {
        return LiensDuReseau.rows(membres, jours)
                .unionByName(presences.select(
                        lit(PRESENCE).as("_sorte"),
                        col(CODE_NOEUD).as("_from"),
                        col(CODE_TERRITOIRE).as("_to"),
                        LiensDuReseau.du().as("_since"),
                        LiensDuReseau.au().as("_until")));
    }

    static Iterator<Row> measured(Iterator<Row> rows) {
        MembresParTerritoire read = new MembresParTerritoire();
        rows.forEachRemaining(read::add);
        return read.rows().iterator();
    }

    private void add(Row row) {
        if (row.getInt(0) != PRESENCE) {
            liens.add(row);
            return;
        }
        Integer known = territoires.putIfAbsent(row.getString(2), territoires.size());
        presences
                .computeIfAbsent(row.getString(1), noeud -> new ArrayList<>())
                .add(new Presence(known == null ? territoires.size() - 1 : known, row.getInt(3), row.getInt(4)));
    }

    /** Days side by side: each has a graph of its own. */
    private Stream<Row> rows() {
        Reseau reseau = liens.reseau();
        List<List<Presence>> parNoeud = IntStream.range(0, reseau.size())
                .mapToObj(node -> presences.getOrDefault(reseau.code(node), List.of()))
                .toList();
        return IntStream.of(liens.jours())
                .parallel()
                .mapToObj(jour -> new Journee(reseau.on(jour), jour, parNoeud, territoires.size()).rows())
                .toList()
                .stream()
                .flatMap(List::stream);
    }

    /** One day: in each territory, of the cooperation last looked at, who came first and whether anybody else is there. */
    private static final class Journee {

        private final Graphe graphe;
        private final int jour;
        private final List<List<Presence>> presences;
        private final int[] cooperation;
        private final int[] premier;
        private final boolean[] seul;
        private final int[] touches;
        private int trouves;

        Journee(Graphe graphe, int jour, List<List<Presence>> presences, int territoires) {
            this.graphe = graphe;
            this.jour = jour;
            this.presences = presences;
            this.cooperation = new int[territoires];
            this.premier = new int[territoires];
            this.seul = new boolean[territoires];
            this.touches = new int[territoires];
            Arrays.fill(cooperation, -1);
        }

        List<Row> rows() {
            return IntStream.range(0, graphe.size())
                    .filter(node -> graphe.estCooperation(node) && graphe.nombre(node, Graphe.A_MEMBRE) > 0)
                    .mapToObj(this::row)
                    .toList();
        }

        private Row row(int node) {
            int[] membres = membres(node);
            trouves = 0;
            for (int membre : membres) {
                arrive(node, membre);
            }
            int[] uniques = IntStream.of(touches)
                    .limit(trouves)
                    .filter(one -> seul[one])
                    .toArray();
            IntStream seuls = IntStream.of(uniques).map(one -> premier[one]);
            return RowFactory.create(
                    graphe.reseau().code(node),
                    Date.valueOf(LocalDate.ofEpochDay(jour)),
                    codes(membres.length == 2 ? IntStream.of(membres) : IntStream.empty()),
                    trouves == 0 ? null : (long) trouves,
                    trouves == 0 ? null : (long) uniques.length,
                    codes(seuls.sorted().distinct()));
        }

        private int[] membres(int node) {
            return IntStream.range(graphe.debut(node), graphe.fin(node))
                    .filter(at -> graphe.est(at, Graphe.A_MEMBRE))
                    .map(graphe::voisin)
                    .toArray();
        }

        private void arrive(int node, int membre) {
            for (Presence one : presences.get(membre)) {
                if (one.du() <= jour && jour <= one.au()) {
                    arrive(node, membre, one.territoire());
                }
            }
        }

        private void arrive(int node, int membre, int territoire) {
            if (cooperation[territoire] != node) {
                cooperation[territoire] = node;
                premier[territoire] = membre;
                touches[trouves++] = territoire;
            }
            seul[territoire] = premier[territoire] == membre;
        }

        private String[] codes(IntStream nodes) {
            return nodes.mapToObj(graphe.reseau()::code).toArray(String[]::new);
        }
    }
}
