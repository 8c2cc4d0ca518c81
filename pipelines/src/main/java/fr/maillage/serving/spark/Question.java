package fr.maillage.serving.spark;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;

/**
 * A function of {@link CatalogueGeo} whose arguments are known.
 *
 * <p>Two are equal when they ask the same of the same data, however often a query writes them: what Spark groups by, and
 * computes once. The canonical name tells the data.
 */
abstract class Question<R> implements ScalarFunction<R>, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public final boolean equals(Object other) {
        return other instanceof Question<?> question
                && question.getClass().equals(getClass())
                && question.canonicalName().equals(canonicalName())
                && Arrays.equals(question.inputTypes(), inputTypes());
    }

    @Override
    public final int hashCode() {
        return canonicalName().hashCode();
    }
}
