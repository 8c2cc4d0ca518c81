package fr.maillage.silver.anomalie;

import static org.apache.spark.sql.functions.*;

import java.util.Map;
import org.apache.spark.sql.Column;

/** The INSEE département that a code of another kind belongs to, as columns; null for what tells none. */
final class Departement {

    private static final Map<String, String> FINESS =
            Map.of("9A", "971", "9B", "972", "9C", "973", "9D", "974", "9E", "975", "9F", "976", "9J", "986");

    private Departement() {}

    static Column ofCommune(Column commune) {
        return when(commune.rlike("^9[78]"), substring(commune, 1, 3)).otherwise(substring(commune, 1, 2));
    }

    /** 9A is Guadeloupe. */
    static Column ofFiness(Column code) {
        Column found = code;
        for (Map.Entry<String, String> entry : FINESS.entrySet()) {
            found = when(code.equalTo(entry.getKey()), entry.getValue()).otherwise(found);
        }
        return found;
    }

    /** Numbers start with the département; overseas with 97 and the territory as fourth character, Mayotte with 98. */
    static Column ofNumero(Column numero) {
        return when(numero.startsWith("97"), concat(lit("97"), substring(numero, 4, 1)))
                .when(numero.startsWith("98"), "976")
                .otherwise(substring(numero, 1, 2));
    }

    /** Whether a postal code can be of a département; both of Corsica share codes that start with 20. */
    static Column hasPostal(Column departement, Column postal) {
        Column start = when(postal.rlike("^9[78]"), substring(postal, 1, 3)).otherwise(substring(postal, 1, 2));
        Column corsica = departement.equalTo("2A").and(postal.rlike("^20[^26]"));
        Column corsicaNorth = departement.equalTo("2B").and(postal.rlike("^20[^01]"));
        // Saint-Barthélemy and Saint-Martin kept the codes of Guadeloupe.
        Column islands = departement
                .equalTo("977")
                .and(postal.equalTo("97133"))
                .or(departement.equalTo("978").and(postal.equalTo("97150")));
        return start.equalTo(departement).or(corsica).or(corsicaNorth).or(islands);
    }

    /** Whether two départements are one, or were: the islands left Guadeloupe, Corsica was 20. */
    static Column same(Column one, Column other) {
        return one.equalTo(other)
                .or(one.isin("977", "978", "971").and(other.isin("977", "978", "971")))
                .or(one.isin("2A", "2B", "20").and(other.isin("20")))
                .or(one.equalTo("20").and(other.isin("2A", "2B")));
    }
}
