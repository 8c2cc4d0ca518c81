package fr.maillage.serving.spark;

import fr.maillage.geo.Crs;
import fr.maillage.geo.Localisateur;
import fr.maillage.geo.PointIndex;
import fr.maillage.testing.IndexRow;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchFunctionException;
import org.apache.spark.sql.connector.catalog.FunctionCatalog;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The function of {@link CatalogueGeo}, over an index that a benchmark made: {@code bench.commune(x, y)}. */
public final class BenchCatalogue implements FunctionCatalog {

    private static volatile Broadcast<Reponses> shared;

    /** Makes the function known to the session. */
    public static void use(SparkSession spark, PointIndex index) {
        Localisateur communes = Localisateur.of(List.of(IndexRow.of("commune", 2018, index)), "commune", 0);
        shared = new JavaSparkContext(spark.sparkContext()).broadcast(Reponses.of(communes, communes::code));
        spark.conf().set("spark.sql.catalog.bench", BenchCatalogue.class.getName());
    }

    /** How many positions each commune holds, as {@code maillage assign --count} tells. */
    public static Dataset<Row> comptes(Dataset<Row> positions) {
        return Comptage.of(positions, Map.of("commune", new TerritoireDuPoint("commune", 3, shared)), Crs.WGS84);
    }

    @Override
    public void initialize(String name, CaseInsensitiveStringMap options) {
        // Nothing to read: what it answers from is given by use().
    }

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public Identifier[] listFunctions(String[] namespace) {
        return new Identifier[] {Identifier.of(namespace, "commune")};
    }

    @Override
    public UnboundFunction loadFunction(Identifier function) throws NoSuchFunctionException {
        if (!function.name().equals("commune")) {
            throw new NoSuchFunctionException(function);
        }
        return new FonctionTerritoire("commune", shared);
    }
}
