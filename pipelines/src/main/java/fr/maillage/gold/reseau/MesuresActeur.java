package fr.maillage.gold.reseau;

import static fr.maillage.schemas.Columns.*;

import java.sql.Date;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Everything that is measured of the actors of one day, ready to be told one by one. */
final class MesuresActeur {

    static final StructType TYPE = new StructType()
            .add(CODE_NOEUD, DataTypes.StringType)
            .add(DATE_OBSERVATION, DataTypes.DateType)
            .add(EST_COOPERATION, DataTypes.BooleanType)
            .add(NB_VOISINS, DataTypes.LongType)
            .add(NB_COOPERATIONS_MEMBRE, DataTypes.LongType)
            .add(NB_MEMBRES_COOPERATION, DataTypes.LongType)
            .add(NB_PARTENAIRES, DataTypes.LongType)
            .add(COMPOSANTE, DataTypes.StringType)
            .add(TAILLE_COMPOSANTE, DataTypes.LongType)
            .add(COMMUNAUTE, DataTypes.StringType)
            .add(INTERMEDIARITE, DataTypes.DoubleType)
            .add(NB_SOURCES_INTERMEDIARITE, DataTypes.LongType)
            .add(METHODE_INTERMEDIARITE, DataTypes.StringType)
            .add(EST_ARTICULATION, DataTypes.BooleanType)
            .add(NB_PONTS, DataTypes.LongType)
            .add(NB_ORGANISATIONS_SEPAREES, DataTypes.LongType)
            .add(NB_COOPERATIONS_SEPAREES, DataTypes.LongType)
            .add(NB_COOPERATIONS_DISSOUTES, DataTypes.LongType)
            .add(NB_PAIRES_MEMBRES_LIEES, DataTypes.LongType);

    private final Graphe graphe;
    private final Date jour;
    private final Composantes composantes;
    private final int[] tailles;
    private final Articulations articulations;
    private final Intermediarite intermediarite;
    private final int[] communautes;
    private final int[] partenaires;
    private final Voisinage voisinage;

    /**
     * @param exacts nodes of a component up to which betweenness is exact
     * @param pivots sources it is sampled from above that
     */
    MesuresActeur(Graphe graphe, int jour, long exacts, long pivots) {
        this.graphe = graphe;
        this.jour = Date.valueOf(LocalDate.ofEpochDay(jour));
        this.composantes = Composantes.of(graphe);
        this.tailles = composantes.tailles();
        this.articulations = Articulations.of(graphe);
        this.intermediarite = Intermediarite.of(graphe, composantes, exacts, pivots);
        this.communautes = Communautes.of(graphe);
        this.voisinage = new Voisinage(graphe);
        this.partenaires = IntStream.range(0, graphe.size())
                .map(node -> graphe.estCooperation(node) ? 0 : voisinage.partenaires(node))
                .toArray();
    }

    /** One row per actor with a link on the day. */
    Stream<Row> rows() {
        return IntStream.range(0, graphe.size())
                .filter(node -> graphe.degre(node) > 0)
                .mapToObj(this::row);
    }

    private Row row(int node) {
        boolean cooperation = graphe.estCooperation(node);
        int component = composantes.of(node);
        Double between = intermediarite.valeur(node);
        return RowFactory.create(
                code(node),
                jour,
                cooperation,
                (long) graphe.degre(node),
                (long) voisinage.cooperations(node),
                cooperation ? (long) voisinage.membres(node) : null,
                cooperation ? null : (long) partenaires[node],
                code(component),
                (long) tailles[component],
                code(communautes[node]),
                between,
                between == null ? null : (long) intermediarite.sources(node),
                between == null ? null : intermediarite.sources(node) == tailles[component] ? "exacte" : "echantillon",
                articulations.estArticulation(node),
                (long) articulations.ponts(node),
                (long) articulations.organisationsSeparees(node),
                (long) articulations.cooperationsSeparees(node),
                (long) voisinage.cooperationsDissoutes(node),
                cooperation ? voisinage.pairesLiees(node) : null);
    }

    private String code(int node) {
        return graphe.reseau().code(node);
    }
}
