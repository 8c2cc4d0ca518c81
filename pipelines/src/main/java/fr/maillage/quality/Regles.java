package fr.maillage.quality;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import org.apache.spark.sql.Column;

/**
 * The domain rules a row breaks, as the column {@code _regles}.
 *
 * <p>What a rule means and whether it rejects the row is said in the table's contract; a transformation only tells when
 * it is broken: {@code regles(broken("dates_inversees", col(DATE_FIN).lt(col(DATE_DEBUT))))}.
 */
public final class Regles {

    private Regles() {}

    /** The name of the rule where the condition holds, else null; an unknown condition breaks nothing. */
    public static Column broken(String rule, Column condition) {
        return when(condition, lit(rule));
    }

    /** The names of the broken rules, in the order given. */
    public static Column regles(Column... broken) {
        if (broken.length == 0) {
            return array().cast("array<string>");
        }
        return array_compact(array(Arrays.copyOf(broken, broken.length)));
    }
}
