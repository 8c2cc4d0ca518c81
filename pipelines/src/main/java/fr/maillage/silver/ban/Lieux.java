package fr.maillage.silver.ban;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;

/** The communes and postal codes that the reference holds: the day of the newest file of each commune, and its code now. */
final class Lieux implements UDF1<String, String>, Serializable {

    private static final long serialVersionUID = 1L;

    private final HashMap<String, LocalDate> jours = new HashMap<>();
    private final HashMap<String, String> actuelles = new HashMap<>();
    private final HashSet<String> communes = new HashSet<>();
    private final HashSet<String> postaux = new HashSet<>();

    /**
     * @param lieux code of the commune, postal code, day of its newest file
     * @param actuelle from a code of any vintage to that of the cadre's geography
     */
    Lieux(List<Row> lieux, UnaryOperator<String> actuelle) {
        for (Row lieu : lieux) {
            String code = lieu.getString(0);
            jours.merge(code, lieu.getDate(2).toLocalDate(), (one, other) -> one.isAfter(other) ? one : other);
            actuelles.computeIfAbsent(code, actuelle);
            communes.add(actuelles.get(code));
            postaux.add(lieu.getString(1));
        }
    }

    /** The commune of an address, in the cadre's geography; null where a newer file tells of the commune. */
    String commune(String code, LocalDate jour) {
        return jour.equals(jours.get(code)) ? actuelles.get(code) : null;
    }

    /** The commune of the cadre's geography that a code of the reference leads to. */
    @Override
    public String call(String code) {
        return actuelles.get(code);
    }

    /** Whether the reference holds the commune or the postal code. */
    boolean holds(String commune, String postal) {
        return (commune != null && communes.contains(commune)) || (postal != null && postaux.contains(postal));
    }
}
