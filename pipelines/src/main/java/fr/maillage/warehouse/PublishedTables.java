package fr.maillage.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import fr.maillage.schemas.Layer;
import fr.maillage.schemas.Parametre;
import fr.maillage.schemas.TableContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * The tables of one publication: what a reader sees never changes under its eyes, whatever is built meanwhile.
 *
 * <p>The files of a published version are named by the publication, as its commit in the Delta log names them, so that
 * opening a table costs no replay of the log.
 */
public final class PublishedTables implements Tables {

    private final SparkSession spark;
    private final Warehouse warehouse;
    private final Publication publication;
    private final Opened opened;

    public PublishedTables(SparkSession spark, Warehouse warehouse, Publication publication) {
        this(spark, warehouse, publication, new Opened());
    }

    /** @param opened what others opened of the same warehouse in the same session */
    PublishedTables(SparkSession spark, Warehouse warehouse, Publication publication, Opened opened) {
        this.spark = spark;
        this.warehouse = warehouse;
        this.publication = publication;
        this.opened = opened.forReader();
    }

    @Override
    public Dataset<Row> read(TableContract table) {
        return opened.get(table, files(table), () -> accepted(table));
    }

    private Dataset<Row> accepted(TableContract table) {
        Dataset<Row> rows = stored(table);
        if (table.layer() != Layer.GOLD) {
            rows = rows.where(not(col(Technical.REJETE)));
        }
        return rows.select(columns(SparkSchemas.read(table)));
    }

    /** Every row with its technical columns, rejected ones included. */
    public Dataset<Row> stored(TableContract table) {
        return read(spark, warehouse.table(table), table, files(table));
    }

    private List<String> files(TableContract table) {
        TableState state = publication.tables().get(table.id());
        return state == null ? List.of() : state.files();
    }

    static Dataset<Row> read(SparkSession spark, Path folder, TableContract table, List<String> files) {
        StructType schema = SparkSchemas.stored(table);
        if (files.isEmpty()) {
            return spark.createDataFrame(List.of(), schema);
        }
        String[] paths =
                files.stream().map(file -> SparkPaths.of(folder.resolve(file))).toArray(String[]::new);
        Dataset<Row> r = spark.read().schema(schema).parquet(paths);
        return Boolean.getBoolean("maillage.coalesce") ? r.coalesce(1) : r;
    }

    static Column[] columns(StructType schema) {
        return List.of(schema.fieldNames()).stream().map(functions::col).toArray(Column[]::new);
    }

    @Override
    public <T> T value(Parametre<T> parametre) {
        Map<String, String> chosen = publication.parametres();
        return chosen.containsKey(parametre.name()) ? parametre.parse(chosen.get(parametre.name())) : parametre.value();
    }

    @Override
    public List<Row> list(Dataset<Row> few, int atMost) {
        return Lists.atMost(few, atMost);
    }
}
