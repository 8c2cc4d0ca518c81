package fr.maillage.warehouse;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/** Values that functions in a plan look things up in: sent once, where Spark would send them with every task. */
public final class Shared {

    private Shared() {}

    /** The value, for the tasks of the session that is open. */
    public static <T> Broadcast<T> of(T value) {
        return new JavaSparkContext(SparkSession.active().sparkContext()).broadcast(value);
    }
}
