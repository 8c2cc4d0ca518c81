package fr.maillage.testing;

import fr.maillage.warehouse.Sessions;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Keeps one session for all tests of a run and closes it once at the end. */
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
                        OneSession.class, key -> new OneSession(Sessions.open(settings())), OneSession.class)
                .spark();
    }

    /** Text tables are small data: plans are interpreted, and one partition is enough. */
    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Sessions.SMALL);
        settings.put("spark.sql.shuffle.partitions", "1");
        return settings;
    }
}
