package fr.maillage.testing;

import fr.maillage.Maillage;
import fr.maillage.schemas.Layer;
import fr.maillage.schemas.Parametre;
import fr.maillage.schemas.Rule;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.Formats;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.archive.Archive;
import fr.maillage.source.archive.Limits;
import fr.maillage.warehouse.SparkSchemas;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Tables of real files without a warehouse: bronze is read by the formats, silver computed when it is asked for.
 *
 * <p>For tests that look at what transformations find in the real world. Each table is computed once.
 */
public final class RealTables implements Tables {

    private final SparkSession spark;
    private final Path folder;
    private final List<SourceFile> files = new ArrayList<>();
    private final Map<String, Dataset<Row>> tables = new HashMap<>();

    /**
     * @param folder where computed tables are kept
     */
    public RealTables(SparkSession spark, Path folder) {
        this.spark = spark;
        this.folder = folder;
    }

    /** Takes in every recognised file of a folder, archives opened; others are left out. */
    public RealTables with(Path path) throws IOException {
        try (Stream<Path> found = Files.walk(path)) {
            for (Path file : found.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                for (String member : new Archive(file, Limits.USUAL).members()) {
                    recognise(file, member);
                }
            }
        }
        return this;
    }

    private void recognise(Path file, String member) throws IOException {
        SourceFile plain = source(file, member, "", null);
        byte[] head;
        try (InputStream in = plain.open()) {
            head = in.readNBytes(1 << 16);
        }
        for (RegisterFormat format : Formats.ALL) {
            Optional<Recognised> recognised =
                    format.recognise(new Probe(file + "/" + member, Files.size(file), head, plain));
            if (recognised.isPresent()) {
                files.add(source(file, member, format.name(), recognised.get()));
                return;
            }
        }
    }

    private SourceFile source(Path file, String member, String format, Recognised recognised) {
        String digest = String.format("%064d", files.size() + 1);
        return new SourceFile(
                file.toString(),
                member,
                file.toString(),
                new StringBuilder(digest).reverse().toString(),
                format,
                recognised == null ? null : recognised.vintage(),
                files.size() + 1L);
    }

    @Override
    public Dataset<Row> read(TableContract table) {
        Dataset<Row> known = tables.get(table.id());
        if (known == null) {
            known = table.layer() == Layer.BRONZE ? bronze(table) : computed(table);
            tables.put(table.id(), known);
        }
        return known;
    }

    private Dataset<Row> computed(TableContract table) {
        Optional<Dataset<Row>> rows = Maillage.TRANSFORMATIONS.stream()
                .filter(transformation -> transformation.target().id().equals(table.id()))
                .findFirst()
                .map(transformation -> transformation.build(this));
        return rows.isPresent()
                ? kept(table, seen(table, accepted(table, rows.get())))
                : spark.createDataFrame(List.of(), SparkSchemas.read(table));
    }

    /** The columns that a transformation sees, as in a warehouse. */
    private static Dataset<Row> seen(TableContract table, Dataset<Row> rows) {
        return rows.select(Arrays.stream(SparkSchemas.read(table).fieldNames())
                .map(functions::col)
                .toArray(Column[]::new));
    }

    private static Dataset<Row> accepted(TableContract table, Dataset<Row> rows) {
        Column[] rejecting = table.rules().stream()
                .filter(rule -> rule.severity() == Rule.Severity.REJECT)
                .map(rule -> functions.lit(rule.name()))
                .toArray(Column[]::new);
        boolean ruled = Arrays.asList(rows.columns()).contains(Technical.REGLES);
        return ruled && rejecting.length > 0
                ? rows.where(functions.not(
                        functions.arrays_overlap(functions.col(Technical.REGLES), functions.array(rejecting))))
                : rows;
    }

    private Dataset<Row> bronze(TableContract table) {
        List<SourceFile> sources = files.stream()
                .filter(file -> Formats.find(file.format()).orElseThrow().tables().stream()
                        .anyMatch(fed -> fed.id().equals(table.id())))
                .toList();
        if (sources.isEmpty()) {
            return spark.createDataFrame(List.of(), SparkSchemas.read(table));
        }
        var rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(sources, sources.size())
                .flatMap(file -> rows(file, table));
        return kept(table, spark.createDataFrame(rows, SparkSchemas.read(table)));
    }

    private static Iterator<Row> rows(SourceFile file, TableContract table) throws IOException {
        RecordIterator records = Formats.find(file.format()).orElseThrow().records(file, table);
        return StreamSupport.stream(((Iterable<fr.maillage.source.SourceRecord>) () -> records).spliterator(), false)
                .filter(record -> record.values() != null)
                .map(record -> {
                    int width = table.fields().size();
                    Object[] values = new Object[width + 5];
                    NestedValues.copy(record.values(), table, values);
                    values[width] = file.id();
                    values[width + 1] = record.line();
                    values[width + 2] = Date.valueOf(file.millesime());
                    values[width + 3] = file.format();
                    values[width + 4] = file.rang();
                    return RowFactory.create(values);
                })
                .iterator();
    }

    private Dataset<Row> kept(TableContract table, Dataset<Row> rows) {
        String path = folder.resolve(table.layer() + "-" + table.name()).toString();
        rows.write().mode("overwrite").parquet(path);
        return spark.read().schema(rows.schema()).parquet(path);
    }

    @Override
    public <T> T value(Parametre<T> parametre) {
        return parametre.value();
    }

    @Override
    public List<Row> list(Dataset<Row> few, int atMost) {
        List<Row> rows = few.limit(atMost + 1).collectAsList();
        if (rows.size() > atMost) {
            throw new UncheckedIOException(new IOException("more than " + atMost + " rows"));
        }
        return rows;
    }
}
