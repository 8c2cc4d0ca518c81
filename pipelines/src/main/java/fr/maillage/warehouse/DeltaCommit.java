package fr.maillage.warehouse;

import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionBuilder;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.TimestampType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Makes Parquet files that were written and checked aside the content of a Delta table, in one commit.
 *
 * <p>The only class that knows Delta Kernel, whose actions for removed files are internal: the version of Kernel is
 * pinned with that of Delta. Paths enter the log relative to the table, so that a warehouse can be moved.
 */
final class DeltaCommit {

    /** Time travel and the log are kept for years: only {@code maillage vacuum} removes files. */
    private static final Map<String, String> PROPERTIES = Map.of(
            "delta.logRetentionDuration", "interval 3650 days",
            "delta.deletedFileRetentionDuration", "interval 3650 days",
            "delta.checkpointInterval", "100");

    private final Configuration hadoop = new Configuration();
    private final Engine engine;

    DeltaCommit() {
        LocalFiles.SETTINGS.forEach(hadoop::set);
        this.engine = DefaultEngine.create(hadoop);
    }

    /**
     * Makes {@code files} the content of the table, adding and removing what differs.
     *
     * @param folder the table's folder; the table is created when there is none
     * @param files data files, relative to the folder
     * @return the version whose content is {@code files}; no new one when the newest already has it
     */
    long commit(Path folder, StructType schema, List<String> files) {
        Table table = Table.forPath(engine, folder.toString());
        Optional<Snapshot> newest = newest(table);
        Map<String, AddFile> current = newest.map(this::files).orElse(Map.of());
        if (newest.isPresent() && current.keySet().equals(java.util.Set.copyOf(files))) {
            return newest.get().getVersion();
        }
        try {
            return commit(table, folder, schema, files, current, newest.isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot commit " + folder, e);
        }
    }

    private long commit(
            Table table,
            Path folder,
            StructType schema,
            List<String> files,
            Map<String, AddFile> current,
            boolean exists)
            throws IOException {
        TransactionBuilder builder =
                table.createTransactionBuilder(engine, "maillage", exists ? Operation.WRITE : Operation.CREATE_TABLE);
        if (!exists) {
            builder = builder.withSchema(engine, kernel(schema)).withTableProperties(engine, PROPERTIES);
        }
        Transaction transaction = builder.build(engine);
        Row state = transaction.getTransactionState(engine);
        List<Row> actions = new ArrayList<>();
        current.forEach((file, add) -> {
            if (!files.contains(file)) {
                actions.add(removal(add));
            }
        });
        List<DataFileStatus> added = new ArrayList<>();
        for (String file : files) {
            if (!current.containsKey(file)) {
                added.add(status(folder.resolve(file)));
            }
        }
        try (CloseableIterator<Row> adds = Transaction.generateAppendActions(
                engine,
                state,
                Utils.toCloseableIterator(added.iterator()),
                Transaction.getWriteContext(engine, state, Map.of()))) {
            adds.forEachRemaining(actions::add);
        }
        return transaction
                .commit(engine, CloseableIterable.inMemoryIterable(Utils.toCloseableIterator(actions.iterator())))
                .getVersion();
    }

    /** Files of the newest version, relative to the table's folder; empty when there is no table. */
    List<String> files(Path folder) {
        return newest(Table.forPath(engine, folder.toString()))
                .map(snapshot -> List.copyOf(files(snapshot).keySet()))
                .orElse(List.of());
    }

    private Optional<Snapshot> newest(Table table) {
        try {
            return Optional.of(table.getLatestSnapshot(engine));
        } catch (TableNotFoundException e) {
            return Optional.empty();
        }
    }

    private Map<String, AddFile> files(Snapshot snapshot) {
        Map<String, AddFile> files = new TreeMap<>();
        try (var batches = ((SnapshotImpl) snapshot).getScanBuilder().build().getScanFiles(engine)) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> rows = batches.next().getRows()) {
                    while (rows.hasNext()) {
                        AddFile add = new AddFile(rows.next().getStruct(0));
                        files.put(add.getPath(), add);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static Row removal(AddFile add) {
        return SingleAction.createRemoveFileSingleAction(
                add.toRemoveFileRow(true, Optional.of(System.currentTimeMillis())));
    }

    private DataFileStatus status(Path file) throws IOException {
        long records;
        try (ParquetFileReader reader =
                ParquetFileReader.open(HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), hadoop))) {
            records = reader.getRecordCount();
        }
        return new DataFileStatus(
                "file:" + file.toAbsolutePath(),
                Files.size(file),
                Files.getLastModifiedTime(file).toMillis(),
                Optional.of(new DataFileStatistics(records, new HashMap<>(), new HashMap<>(), new HashMap<>())));
    }

    private static io.delta.kernel.types.StructType kernel(StructType schema) {
        io.delta.kernel.types.StructType kernel = new io.delta.kernel.types.StructType();
        for (StructField field : schema.fields()) {
            kernel = kernel.add(field.name(), kernel(field.dataType()), true);
        }
        return kernel;
    }

    private static io.delta.kernel.types.DataType kernel(DataType type) {
        return switch (type.typeName()) {
            case "string" -> StringType.STRING;
            case "long" -> LongType.LONG;
            case "double" -> DoubleType.DOUBLE;
            case "boolean" -> BooleanType.BOOLEAN;
            case "date" -> DateType.DATE;
            case "timestamp" -> TimestampType.TIMESTAMP;
            case "binary" -> BinaryType.BINARY;
            case "array" -> new ArrayType(kernel(((org.apache.spark.sql.types.ArrayType) type).elementType()), true);
            case "struct" -> kernel((StructType) type);
            default -> throw new IllegalArgumentException("No Delta type for " + type);
        };
    }
}
