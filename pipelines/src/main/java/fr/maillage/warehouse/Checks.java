package fr.maillage.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import fr.maillage.MaillageException;
import fr.maillage.schemas.ForeignKey;
import fr.maillage.schemas.Layer;
import fr.maillage.schemas.TableContract;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What must hold of a table before it replaces yesterday's: queries on the files just written, before anyone sees them.
 */
final class Checks {

    /** Past this share of rejected rows the file is wrong, not its rows. */
    private static final double MOST_REJECTED = 0.5;

    private Checks() {}

    /** @throws MaillageException when the table may not be published, with the rule and examples */
    static void pass(
            TableContract table, Dataset<Row> files, Measured measured, Function<String, Dataset<Row>> others) {
        if (table.layer() == Layer.GOLD && !measured.rules().isEmpty()) {
            throw refused(table, "rows break " + measured.rules() + ", which a gold table may not");
        }
        long all = measured.rows() + measured.rejected();
        if (all > 0 && measured.rejected() > MOST_REJECTED * all) {
            throw refused(
                    table,
                    measured.rejected() + " of " + all + " rows are rejected " + measured.rules()
                            + "; the file is probably not what it was taken for");
        }
        Dataset<Row> seen = table.layer() == Layer.GOLD ? files : files.where(not(col(Technical.REJETE)));
        checkUnique(table, seen);
        for (ForeignKey key : table.foreignKeys()) {
            checkReference(table, key, seen, others.apply(key.table()));
        }
    }

    private static void checkUnique(TableContract table, Dataset<Row> rows) {
        if (table.primaryKey().isEmpty()) {
            return;
        }
        List<Row> twice = rows.groupBy(columns(table.primaryKey()))
                .agg(count(lit(1)).as("fois"))
                .where(col("fois").gt(1))
                .limit(3)
                .collectAsList();
        if (!twice.isEmpty()) {
            throw refused(table, "its key " + table.primaryKey() + " is not unique, for example " + twice);
        }
    }

    private static void checkReference(TableContract table, ForeignKey key, Dataset<Row> rows, Dataset<Row> others) {
        Column[] mine = columns(key.fields());
        Dataset<Row> known = others.select(columns(key.references()))
                .distinct()
                .toDF(key.fields().toArray(String[]::new));
        Dataset<Row> asked = rows.select(mine).na().drop("any").distinct();
        List<Row> unknown = asked.join(
                        known,
                        scala.jdk.javaapi.CollectionConverters.asScala(key.fields())
                                .toSeq(),
                        "left_anti")
                .limit(3)
                .collectAsList();
        if (!unknown.isEmpty()) {
            throw refused(table, key.fields() + " is not in " + key.table() + ", for example " + unknown);
        }
    }

    private static MaillageException refused(TableContract table, String why) {
        return new MaillageException("Cannot build " + table.id() + ": " + why
                + ". The former table stays; mend the source or the rule, then run build again.");
    }

    private static Column[] columns(List<String> names) {
        return names.stream().map(functions::col).toArray(Column[]::new);
    }
}
