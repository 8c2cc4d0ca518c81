package fr.maillage.gold.changement;

import static org.apache.spark.sql.functions.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;

/** INSEE codes of départements from what FINESS says where no commune is known. */
final class Lieux {

    private static final Map<String, String> OUTRE_MER = new TreeMap<>(
            Map.of("9A", "971", "9B", "972", "9C", "973", "9D", "974", "9E", "975", "9F", "976", "9J", "986"));

    private Lieux() {}

    /** FINESS writes overseas départements as 9A to 9J. */
    static Column departement(Column finess) {
        List<Column> pairs = new ArrayList<>();
        OUTRE_MER.forEach((code, insee) -> {
            pairs.add(lit(code));
            pairs.add(lit(insee));
        });
        return coalesce(try_element_at(map(pairs.toArray(Column[]::new)), finess), finess);
    }

    /** A number starts with the département it was given in; overseas with 97 and the territory as fourth character. */
    static Column departementDuNumero(Column numero) {
        Column start = substring(numero, 1, 2);
        return when(start.equalTo("97"), concat(lit("97"), substring(numero, 4, 1)))
                .when(start.equalTo("98"), "976")
                .otherwise(start);
    }
}
