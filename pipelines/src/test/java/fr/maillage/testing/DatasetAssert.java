package fr.maillage.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Compares a dataset with a table written as text: any order of rows, and only the columns named in its header. */
public final class DatasetAssert extends AbstractAssert<DatasetAssert, Dataset<Row>> {

    private DatasetAssert(Dataset<Row> actual) {
        super(actual, DatasetAssert.class);
    }

    public static DatasetAssert assertThat(Dataset<Row> actual) {
        return new DatasetAssert(actual);
    }

    /** The rows are these, no more and no fewer. */
    public DatasetAssert hasRows(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<String> header = TextTable.cells(lines.get(0));
        List<String> expected = lines.subList(1, lines.size()).stream()
                .map(line -> String.join(" | ", TextTable.cells(line)))
                .toList();
        Assertions.assertThat(rows(header)).containsExactlyInAnyOrderElementsOf(expected);
        return this;
    }

    /** There is no row at all. */
    public DatasetAssert isEmpty() {
        Assertions.assertThat(actual.count()).isZero();
        return this;
    }

    private List<String> rows(List<String> header) {
        Column[] columns = header.stream().map(functions::col).toArray(Column[]::new);
        List<String> rows = new ArrayList<>();
        for (Row row : actual.select(columns).collectAsList()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(cell(row.get(i)));
            }
            rows.add(String.join(" | ", cells));
        }
        return rows;
    }

    private static String cell(Object value) {
        if (value instanceof Seq<?> list) {
            return String.join(
                    ", ",
                    CollectionConverters.asJava(list).stream()
                            .map(Objects::toString)
                            .toList());
        }
        if (value instanceof byte[] bytes) {
            try {
                return new WKBReader().read(bytes).toText();
            } catch (ParseException e) {
                return bytes.length + " bytes";
            }
        }
        if ("".equals(value)) {
            return "''";
        }
        return value == null ? "" : value.toString();
    }
}
