package fr.maillage.testing;

import fr.maillage.warehouse.Sessions;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Keeps one session, made for small data, for all tests of a run and closes it once at the end. */
final class SparkExtension implements ParameterResolver {

    private record OneSession(SparkSession spark) implements AutoCloseable {
        @Override
        public void close() {
            spark.stop();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SparkSession.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(
                        OneSession.class, key -> new OneSession(Sessions.open(Sessions.SMALL)), OneSession.class)
                .spark();
    }
}
