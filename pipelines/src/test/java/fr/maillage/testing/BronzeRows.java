package fr.maillage.testing;

import fr.maillage.schemas.TableContract;
import fr.maillage.source.Probe;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceRecord;
import fr.maillage.warehouse.SparkSchemas;
import java.io.IOException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Rows of bronze straight from files, without a warehouse. */
public final class BronzeRows {

    private BronzeRows() {}

    /** The readable records of a file, as of the vintage the format recognises. */
    public static Dataset<Row> of(SparkSession spark, RegisterFormat format, Probe probe, TableContract table)
            throws IOException {
        LocalDate vintage = format.recognise(probe).orElseThrow().vintage();
        List<Row> rows = new ArrayList<>();
        for (SourceRecord record : Probes.records(format, probe, table)) {
            if (record.values() != null) {
                Object[] values = new Object[record.values().length + 5];
                NestedValues.copy(record.values(), table, values);
                values[values.length - 5] = probe.name();
                values[values.length - 4] = record.line();
                values[values.length - 3] = Date.valueOf(vintage);
                values[values.length - 2] = format.name();
                values[values.length - 1] = 1L;
                rows.add(RowFactory.create(values));
            }
        }
        return spark.createDataFrame(rows, SparkSchemas.read(table));
    }
}
