package fr.maillage.serving.publish;

import fr.maillage.MaillageException;
import fr.maillage.schemas.Access;
import fr.maillage.warehouse.Cadre;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Gives one publication of a warehouse to a database that dashboards read. */
public final class Publisher {

    private static final String DUCKDB = "jdbc:duckdb:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Warehouse warehouse;
    private final Map<String, String> fileNames;
    private final Access widest;

    /**
     * @param fileNames name of each landed file as it came, by the identity its rows carry
     * @param widest tables and columns that only fewer people may see stay out
     */
    public Publisher(Warehouse warehouse, Map<String, String> fileNames, Access widest) {
        if (widest == Access.NOMINATIF) {
            throw new MaillageException(
                    "Cannot publish what names persons: it never leaves the warehouse. Choose public or interne.");
        }
        this.warehouse = warehouse;
        this.fileNames = fileNames;
        this.widest = widest;
    }

    /** Where a publish goes when nothing is said: a DuckDB file in the warehouse, one for each cadre. */
    public static String byDefault(Warehouse warehouse, Cadre cadre) {
        String name = cadre.isBase() ? "maillage" : "maillage_" + cadre.name();
        return DUCKDB + warehouse.root().resolve(name + ".duckdb");
    }

    /** @param to JDBC address of a DuckDB file or of a PostgreSQL database */
    public PublishReport publish(Publication publication, String to) {
        Contents contents = Contents.of(warehouse, publication, fileNames, widest);
        if (to.startsWith(POSTGRESQL)) {
            return new PostgresDatabase(new PostgresAddress(to, System.getenv()), PATIENCE).publish(contents);
        }
        if (to.startsWith(DUCKDB) && to.length() > DUCKDB.length()) {
            return new DuckDbFile(Path.of(to.substring(DUCKDB.length()))).publish(contents);
        }
        throw new MaillageException("Cannot publish to " + to.replaceAll("\\?.*", "")
                + ": it is neither jdbc:duckdb:FILE nor jdbc:postgresql://HOST/DATABASE. Give one of these.");
    }
}
