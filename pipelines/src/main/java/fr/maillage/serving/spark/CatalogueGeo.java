package fr.maillage.serving.spark;

import fr.maillage.MaillageException;
import fr.maillage.silver.passage.Passages;
import fr.maillage.trajet.Estimation;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Publications;
import fr.maillage.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchFunctionException;
import org.apache.spark.sql.connector.catalog.FunctionCatalog;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The geographic functions of Spark SQL, as a catalog: {@code geo.commune(longitude, latitude)} gives the code of the
 * commune that holds the position, null where none does.
 *
 * <p>The function is named after the level (commune, departement, epci, region, national) and stands in a namespace named
 * after the vintage: {@code geo.`2018`.commune(x, y)}; without one it is the newest. Each place is answered by the
 * contours nearest to that vintage. A third argument is the EPSG code of the coordinates: {@code geo.commune(x, y, 2154)}.
 *
 * <p>Any division of {@code silver/division} answers too, by its own name: {@code geo.bassin_de_vie_2022(x, y)} is the zone
 * that holds most of the commune the position lies in.
 *
 * <p>{@code geo.passage(code, 2015, 2024)} gives the communes of one year, or date, that hold a part of a commune of
 * another, each with its share: {@code SELECT inline(geo.passage(code_commune, millesime, 2024))}; {@code geo.usage(code,
 * 2015)} whether it is one in that year.
 *
 * <p>{@code geo.distance(longitude1, latitude1, longitude2, latitude2)} gives the metres between two positions along the
 * ellipsoid, {@code geo.minutes(…)} the estimated minutes by car, null where no estimate can tell.
 *
 * <p>Indexes are those of the newest publication when the query is analysed, and travel to each process once.
 */
public final class CatalogueGeo implements FunctionCatalog {

    private static final List<String> NIVEAUX = List.of("commune", "departement", "epci", "national", "region");

    private record Wanted(long publication, String niveau, int millesime) {}

    private final Map<Wanted, Broadcast<Reponses>> indexes = new ConcurrentHashMap<>();
    private final Map<Long, Broadcast<Passages>> passages = new ConcurrentHashMap<>();
    private final Map<Long, Broadcast<Estimation>> trajets = new ConcurrentHashMap<>();
    private String name;
    private Warehouse warehouse;

    /** What a session needs to know the functions as {@code geo.…}. */
    public static Map<String, String> settings(String warehouse) {
        return Map.of(
                "spark.sql.catalog.geo", CatalogueGeo.class.getName(), "spark.sql.catalog.geo.warehouse", warehouse);
    }

    /**
     * Checks that there are territories of these levels to answer with.
     *
     * @throws MaillageException naming the levels there are
     */
    public static void check(Warehouse warehouse, Publication publication, List<String> niveaux) {
        List<String> known = new IndexPublies(warehouse, publication).niveaux();
        for (String niveau : niveaux) {
            if (!known.contains(niveau)) {
                throw new MaillageException("Cannot tell the " + niveau + " of points: no such level was built in "
                        + warehouse.root() + ". Levels are "
                        + (known.isEmpty() ? "none: ingest contours and run build" : String.join(", ", known)) + ".");
            }
        }
    }

    @Override
    public void initialize(String catalog, CaseInsensitiveStringMap options) {
        name = catalog;
        warehouse = Warehouse.at(options.getOrDefault("warehouse", "warehouse"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Identifier[] listFunctions(String[] namespace) {
        return Stream.of(NIVEAUX, FonctionPassage.NOMS, FonctionTrajet.NOMS)
                .flatMap(List::stream)
                .map(function -> Identifier.of(namespace, function))
                .toArray(Identifier[]::new);
    }

    @Override
    public UnboundFunction loadFunction(Identifier function) throws NoSuchFunctionException {
        String[] namespace = function.namespace();
        String niveau = function.name().toLowerCase(java.util.Locale.ROOT);
        if (FonctionPassage.NOMS.contains(niveau) && namespace.length == 0) {
            Publication newest = new Publications(warehouse).newest();
            return new FonctionPassage(
                    niveau,
                    passages.computeIfAbsent(
                            newest.number(),
                            missing -> broadcast(new IndexPublies(warehouse, newest).passages(name + "." + niveau))));
        }
        if (FonctionTrajet.NOMS.contains(niveau) && namespace.length == 0) {
            Publication newest = new Publications(warehouse).newest();
            return new FonctionTrajet(
                    niveau,
                    trajets.computeIfAbsent(
                            newest.number(), missing -> broadcast(FonctionTrajet.estimation(warehouse, newest))));
        }
        boolean dated = namespace.length == 1 && namespace[0].matches("\\d{4}");
        if (namespace.length > 0 && !dated) {
            throw new NoSuchFunctionException(function);
        }
        Publication publication = new Publications(warehouse).newest();
        IndexPublies published = new IndexPublies(warehouse, publication);
        if (!NIVEAUX.contains(niveau) && !published.knowsDivision(niveau)) {
            throw new NoSuchFunctionException(function);
        }
        Wanted wanted = new Wanted(publication.number(), niveau, dated ? Integer.parseInt(namespace[0]) : 0);
        return new FonctionTerritoire(
                String.join(
                        ".",
                        Stream.concat(Stream.of(namespace), Stream.of(niveau)).toList()),
                indexes.computeIfAbsent(wanted, missing -> broadcast(load(published, missing))));
    }

    private static Reponses load(IndexPublies published, Wanted wanted) {
        return NIVEAUX.contains(wanted.niveau())
                ? published.contours(wanted.niveau(), wanted.millesime())
                : published.zones(wanted.niveau(), wanted.millesime());
    }

    private static <T> Broadcast<T> broadcast(T value) {
        return new JavaSparkContext(SparkSession.active().sparkContext()).broadcast(value);
    }
}
