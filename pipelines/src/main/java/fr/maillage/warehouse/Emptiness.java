package fr.maillage.warehouse;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.Deduplicate;
import org.apache.spark.sql.catalyst.plans.logical.Distinct;
import org.apache.spark.sql.catalyst.plans.logical.Expand;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Repartition;
import org.apache.spark.sql.catalyst.plans.logical.RepartitionByExpression;
import org.apache.spark.sql.catalyst.plans.logical.ResolvedHint;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Whether a plan can only give nothing, because what it starts from has no row; nothing is computed to know.
 *
 * <p>Spark's own optimiser knows the same of fewer plans, and takes longer to say it.
 */
final class Emptiness {

    /** What gives no row when it is given none. */
    private static final Set<Class<?>> ROW_FROM_ROW = Set.of(
            Project.class,
            Filter.class,
            Sort.class,
            Repartition.class,
            RepartitionByExpression.class,
            Generate.class,
            Window.class,
            Distinct.class,
            Deduplicate.class,
            Expand.class,
            SubqueryAlias.class,
            ResolvedHint.class);

    private Emptiness() {}

    /** True only when it is certain. */
    static boolean isCertain(Dataset<Row> rows) {
        return isCertain(rows.queryExecution().analyzed());
    }

    private static boolean isCertain(LogicalPlan plan) {
        if (plan instanceof LocalRelation local) {
            return local.data().isEmpty();
        }
        if (plan instanceof Join join) {
            return isCertain(join);
        }
        if (plan instanceof Union) {
            return CollectionConverters.asJava(plan.children()).stream().allMatch(Emptiness::isCertain);
        }
        boolean rowFromRow = plan instanceof Aggregate aggregate
                ? aggregate.groupingExpressions().nonEmpty()
                : ROW_FROM_ROW.contains(plan.getClass());
        return rowFromRow && isCertain(plan.children().head());
    }

    private static boolean isCertain(Join join) {
        return switch (join.joinType().sql()) {
            case "INNER", "CROSS", "LEFT SEMI" -> isCertain(join.left()) || isCertain(join.right());
            case "LEFT OUTER", "LEFT ANTI" -> isCertain(join.left());
            case "RIGHT OUTER" -> isCertain(join.right());
            default -> isCertain(join.left()) && isCertain(join.right());
        };
    }
}
