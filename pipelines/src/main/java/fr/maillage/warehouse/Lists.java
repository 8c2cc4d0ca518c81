package fr.maillage.warehouse;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Brings few rows to the driver and refuses to bring many. */
final class Lists {

    private Lists() {}

    static List<Row> atMost(Dataset<Row> few, int atMost) {
        List<Row> rows = few.limit(atMost + 1).collectAsList();
        if (rows.size() > atMost) {
            throw new IllegalStateException("More than " + atMost + " rows were to be listed; use a join instead");
        }
        return rows;
    }
}
