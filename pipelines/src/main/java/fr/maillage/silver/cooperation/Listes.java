package fr.maillage.silver.cooperation;

import static fr.maillage.warehouse.Technical.LIGNE;
import static fr.maillage.warehouse.Technical.REGLES;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;

import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Rule;
import fr.maillage.schemas.TableContract;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the closed lists and the contracts say of a line. */
public final class Listes {

    private Listes() {}

    /** Whether a code was given that the list does not have. */
    public static Column horsListe(Column code, CodeList list) {
        return code.isNotNull().and(not(code.isin(list.codes().toArray())));
    }

    /** Whether a row breaks one of the rules that set a row aside. */
    public static Column estRejetee(TableContract table) {
        return size(array_intersect(col(REGLES), lit(rejets(table).toArray(String[]::new))))
                .gt(0);
    }

    /** The lines of a list as rows of texts; {@code surface} is only a table to stand on. */
    public static Dataset<Row> lignes(CodeList list, Dataset<Row> surface) {
        Column[] lignes = list.rows().stream()
                .map(row -> struct(list.columns().stream()
                        .map(column -> lit(row.get(column)).as(column))
                        .toArray(Column[]::new)))
                .toArray(Column[]::new);
        return surface.agg(max(lit(1))).select(explode(array(lignes)).as(LIGNE)).select(LIGNE + ".*");
    }

    /** The rules of a table that set a row aside. */
    public static List<String> rejets(TableContract table) {
        return table.rules().stream()
                .filter(rule -> rule.severity() == Rule.Severity.REJECT)
                .map(Rule::name)
                .toList();
    }
}
