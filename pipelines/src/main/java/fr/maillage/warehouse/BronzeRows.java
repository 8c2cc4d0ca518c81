package fr.maillage.warehouse;

import fr.maillage.schemas.TableContract;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.TaskCompletionListener;

/** Landed files as rows of a bronze table: one Spark partition per file, read as a stream. */
final class BronzeRows {

    private BronzeRows() {}

    /** Partition {@code i} of the result holds the records of file {@code i}. */
    static Dataset<Row> read(
            SparkSession spark,
            TableContract table,
            List<SourceFile> files,
            java.util.Map<String, RegisterFormat> formats) {
        var byPartition = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(files, Math.max(1, files.size()))
                .flatMap(file -> rows(file, table, formats.get(file.format())));
        return ((org.apache.spark.sql.classic.SparkSession) spark)
                .internalCreateDataFrame(byPartition.rdd(), SparkSchemas.stored(table), false);
    }

    private static Iterator<InternalRow> rows(SourceFile file, TableContract table, RegisterFormat format)
            throws IOException {
        RecordIterator records = format.records(file, table);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> close(records));
        return new Iterator<>() {
            private final int fields = table.fields().size();
            private final UTF8String fichier = CatalystValues.text(file.id());
            private final int millesime = Math.toIntExact(file.millesime().toEpochDay());
            private final UTF8String source = CatalystValues.text(file.format());

            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public InternalRow next() {
                return row(records.next());
            }

            private InternalRow row(SourceRecord record) {
                Object[] values = new Object[fields + 8];
                boolean unreadable = !record.isReadable();
                if (!unreadable) {
                    CatalystValues.copy(record.values(), table.fields(), values);
                }
                values[fields] = fichier;
                values[fields + 1] = record.line();
                values[fields + 2] = millesime;
                values[fields + 3] = source;
                values[fields + 4] = file.rang();
                values[fields + 5] = CatalystValues.text(record.text());
                values[fields + 6] = record.brokenRule() == null
                        ? CatalystValues.texts()
                        : CatalystValues.texts(record.brokenRule());
                values[fields + 7] = unreadable;
                return new GenericInternalRow(values);
            }
        };
    }

    private static void close(RecordIterator records) {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
