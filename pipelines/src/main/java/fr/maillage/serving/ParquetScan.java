package fr.maillage.serving;

import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.TableState;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The files that a publication names for a table, as DuckDB reads them.
 *
 * <p>DuckDB opens in half a second where a Spark session takes two to three, and reads the same files: see decision
 * 0030. Only files named by the publication are read, so a build that goes on meanwhile changes nothing.
 */
public final class ParquetScan {

    private final Warehouse warehouse;
    private final Publication publication;

    public ParquetScan(Warehouse warehouse, Publication publication) {
        this.warehouse = warehouse;
        this.publication = publication;
    }

    /** Every stored row and column of the table: what stands after {@code FROM}. */
    public String stored(TableContract table) {
        List<String> files = publication.find(table).map(TableState::files).orElse(List.of());
        if (files.isEmpty()) {
            return "(SELECT " + nulls(table) + " WHERE false)";
        }
        Path folder = warehouse.table(table);
        return "read_parquet(["
                + Sql.literals(files.stream()
                        .map(file -> folder.resolve(file).toString())
                        .toList())
                + "], hive_partitioning = false)";
    }

    /** The rows that readers see, in the columns that readers see. */
    public String read(TableContract table) {
        return switch (table.layer()) {
            case GOLD -> "SELECT * FROM " + stored(table);
            case SILVER -> "SELECT COLUMNS(c -> NOT starts_with(c, '_')) FROM " + seen(table);
            case BRONZE ->
                "SELECT COLUMNS(c -> c NOT IN ('" + Technical.REGLES + "', '" + Technical.REJETE + "')) FROM "
                        + seen(table);
        };
    }

    private String seen(TableContract table) {
        return stored(table) + " WHERE " + Technical.REJETE + " IS NOT TRUE";
    }

    private static String nulls(TableContract table) {
        String columns = table.fields().stream()
                .map(field -> "NULL::" + DuckDb.type(field.type()) + " AS " + Sql.identifier(field.name()))
                .collect(Collectors.joining(", "));
        return columns
                + switch (table.layer()) {
                    case GOLD -> "";
                    case SILVER -> place() + rules();
                    case BRONZE -> place() + origin() + rules();
                };
    }

    private static String place() {
        return ", NULL::VARCHAR AS " + Technical.FICHIER + ", NULL::BIGINT AS " + Technical.LIGNE;
    }

    private static String origin() {
        return ", NULL::DATE AS " + Technical.MILLESIME + ", NULL::VARCHAR AS " + Technical.SOURCE
                + ", NULL::BIGINT AS " + Technical.RANG + ", NULL::VARCHAR AS " + Technical.TEXTE;
    }

    private static String rules() {
        return ", NULL::VARCHAR[] AS " + Technical.REGLES + ", NULL::BOOLEAN AS " + Technical.REJETE;
    }
}
