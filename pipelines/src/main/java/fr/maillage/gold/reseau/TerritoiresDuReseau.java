package fr.maillage.gold.reseau;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What one task reads besides links and days, and what it tells of each territory and day. */
final class TerritoiresDuReseau {

    static final StructType TYPE = new StructType()
            .add(NIVEAU, DataTypes.StringType)
            .add(CODE_TERRITOIRE, DataTypes.StringType)
            .add(DATE_OBSERVATION, DataTypes.DateType)
            .add(NB_ORGANISATIONS_RESEAU, DataTypes.LongType)
            .add(NB_ORGANISATIONS_RELIEES, DataTypes.LongType)
            .add(NB_LIENS_COOPERATION, DataTypes.LongType)
            .add(DENSITE_RESEAU, DataTypes.DoubleType)
            .add(NB_LIENS_ORIENTES, DataTypes.LongType)
            .add(RECIPROCITE, DataTypes.DoubleType)
            .add(NB_COMPOSANTES, DataTypes.LongType)
            .add(PART_PLUS_GRANDE_COMPOSANTE, DataTypes.DoubleType)
            .add(NB_COMMUNAUTES, DataTypes.LongType)
            .add(NB_INTERLOCUTEURS_SANS_COOPERATION, DataTypes.LongType)
            .add(NB_INTERLOCUTEURS, DataTypes.LongType)
            .add(PART_ESTIMEE, DataTypes.DoubleType);

    /** A presence is the sum of it and of what it is besides. */
    private static final int PRESENCE = 4;

    private static final int ESMS = 1;
    private static final int ESTIMEE = 2;
    private static final int PORTE_PAROLE = 8;
    private static final char BETWEEN = '|';

    private record Presence(String code, boolean esms, boolean estimee, int du, int au) {}

    /** A node that a territory holds on a day, by one establishment or several. */
    private record Noeud(int numero, boolean esms, boolean estime) {

        Noeud and(Noeud other) {
            return new Noeud(numero, esms || other.esms, estime && other.estime);
        }
    }

    private final LiensDuReseau liens = new LiensDuReseau();
    private final Map<String, List<Presence>> presences = new TreeMap<>();
    private final Set<String> porteParole = new HashSet<>();

    /** Links, days, who is where, and which cooperations speak for their members, side by side. */
    static Dataset<Row> rows(
            Dataset<Row> liens, Dataset<Row> jours, Dataset<Row> presences, Dataset<Row> cooperations) {
        String territoire = "concat(" + NIVEAU + ", '" + BETWEEN + "', " + CODE_TERRITOIRE + ")";
        String sorte = "%d + int(%s) * %d + int(%s) * %d";
        Dataset<Row> places = presences.select(
                expr(sorte.formatted(PRESENCE, GERE_ESMS, ESMS, EST_ESTIMEE, ESTIMEE))
                        .as("_sorte"),
                col(CODE_NOEUD).as("_from"),
                expr(territoire).as("_to"),
                LiensDuReseau.du().as("_since"),
                LiensDuReseau.au().as("_until"));
        Dataset<Row> speakers = cooperations.select(
                lit(PORTE_PAROLE).as("_sorte"),
                col(CODE_COOPERATION).as("_from"),
                lit("").as("_to"),
                lit(0).as("_since"),
                lit(0).as("_until"));
        return LiensDuReseau.rows(liens, jours).unionByName(places).unionByName(speakers);
    }

    static Iterator<Row> measured(Iterator<Row> rows) {
        TerritoiresDuReseau read = new TerritoiresDuReseau();
        rows.forEachRemaining(read::add);
        return read.rows().iterator();
    }

    private void add(Row row) {
        int sorte = row.getInt(0);
        if (sorte == PORTE_PAROLE) {
            porteParole.add(row.getString(1));
        } else if (sorte >= PRESENCE) {
            presences
                    .computeIfAbsent(row.getString(2), territoire -> new ArrayList<>())
                    .add(new Presence(
                            row.getString(1),
                            (sorte & ESMS) != 0,
                            (sorte & ESTIMEE) != 0,
                            row.getInt(3),
                            row.getInt(4)));
        } else {
            liens.add(row);
        }
    }

    /** Days side by side: each has a graph of its own. */
    private Stream<Row> rows() {
        Reseau reseau = liens.reseau();
        boolean[] portent = new boolean[reseau.size()];
        for (int node = 0; node < portent.length; node++) {
            portent[node] = porteParole.contains(reseau.code(node));
        }
        return IntStream.of(liens.jours())
                .parallel()
                .mapToObj(jour -> rows(reseau.on(jour), jour, portent))
                .toList()
                .stream()
                .flatMap(List::stream);
    }

    private List<Row> rows(Graphe graphe, int jour, boolean[] portent) {
        Date day = Date.valueOf(LocalDate.ofEpochDay(jour));
        Journee journee = new Journee(graphe, day, new ReseauLocal(graphe), Communautes.of(graphe), portent);
        return presences.entrySet().stream()
                .map(presents -> journee.row(presents.getKey(), noeuds(graphe, jour, presents.getValue())))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Those that run a medico-social establishment there, and the others while they have a link, each once. */
    private static Collection<Noeud> noeuds(Graphe graphe, int jour, List<Presence> presents) {
        Map<String, Noeud> noeuds = new HashMap<>();
        for (Presence one : presents) {
            if (one.du() <= jour && jour <= one.au()) {
                int numero = graphe.reseau().numero(one.code());
                noeuds.merge(one.code(), new Noeud(numero, one.esms(), one.estimee()), Noeud::and);
            }
        }
        noeuds.values().removeIf(one -> !one.esms() && !compte(graphe, one.numero()));
        return noeuds.values();
    }

    private static boolean compte(Graphe graphe, int node) {
        return node >= 0 && graphe.degre(node) > 0 && !graphe.estCooperation(node);
    }

    /** Nodes that have a link on some day, in order. */
    private static int[] numeros(Stream<Noeud> noeuds) {
        return noeuds.mapToInt(Noeud::numero).filter(node -> node >= 0).sorted().toArray();
    }

    private static Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    /** The network of one day, asked of one territory after the other. */
    private record Journee(Graphe graphe, Date jour, ReseauLocal local, int[] communautes, boolean[] portent) {

        Optional<Row> row(String territoire, Collection<Noeud> noeuds) {
            if (noeuds.isEmpty()) {
                return Optional.empty();
            }
            int between = territoire.indexOf(BETWEEN);
            int[] linked = numeros(noeuds.stream());
            int[] managers = numeros(noeuds.stream().filter(Noeud::esms));
            long alone = noeuds.stream().filter(Noeud::esms).count() - managers.length;
            ReseauLocal.Mesures mesures = local.of(linked, noeuds.size() - linked.length);
            boolean known = IntStream.of(linked).anyMatch(node -> graphe.degre(node) > 0);
            return Optional.of(RowFactory.create(
                    territoire.substring(0, between),
                    territoire.substring(between + 1),
                    jour,
                    mesures.noeuds(),
                    known ? mesures.relies() : null,
                    known ? mesures.liens() : null,
                    known ? share(mesures.liens(), mesures.noeuds() * (mesures.noeuds() - 1) / 2) : null,
                    known ? mesures.arcs() : null,
                    share(mesures.reciproques(), mesures.arcs()),
                    known ? mesures.composantes() : null,
                    known ? share(mesures.plusGrande(), mesures.noeuds()) : null,
                    known ? representees(linked) : null,
                    managers.length + alone,
                    local.interlocuteurs(managers, portent) + alone,
                    share(noeuds.stream().filter(Noeud::estime).count(), noeuds.size())));
        }

        private long representees(int[] linked) {
            return IntStream.of(linked)
                    .filter(node -> graphe.degre(node) > 0)
                    .map(node -> communautes[node])
                    .distinct()
                    .count();
        }
    }
}
