package fr.maillage.silver.doublon;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.doublon.Candidats.PREMIER;
import static fr.maillage.silver.doublon.Candidats.SECOND;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.CodeList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * How much two establishments look like one: the weight of the fields that agree among those that both have.
 *
 * <p>The weights are those of {@code codes/poids_doublon}. A field that one of them lacks says nothing.
 */
final class Score {

    private static final double METRES_PER_DEGREE = 111_195;

    private final Map<String, Column> agreements = new LinkedHashMap<>();
    private final CodeList poids = CodeList.read("poids_doublon");

    /**
     * @param similarite share of letters from which two names agree
     * @param metres distance within which two positions agree
     */
    Score(double similarite, double metres) {
        agreements.put("nom", similar(Candidats.NOM_COMPARE).geq(similarite));
        agreements.put("adresse", same(Candidats.ADRESSE_COMPAREE));
        agreements.put("siret", same(SIRET));
        agreements.put("telephone", same(Candidats.TELEPHONE_COMPARE));
        agreements.put("categorie", same(CODE_CATEGORIE));
        agreements.put("gestionnaire", same(NUMERO_FINESS_EJ));
        agreements.put("position", distance().leq(metres));
    }

    /** 0 to 1. */
    Column value() {
        Column agreeing = lit(0.0);
        Column known = lit(0.0);
        for (Map.Entry<String, Column> field : agreements.entrySet()) {
            Column weight = lit(weight(field.getKey()));
            agreeing = agreeing.plus(when(field.getValue(), weight).otherwise(0.0));
            known = known.plus(when(field.getValue().isNotNull(), weight).otherwise(0.0));
        }
        return round(coalesce(try_divide(agreeing, known), lit(0.0)), 3);
    }

    /** The names of the fields that agree. */
    Column fields() {
        Column[] names = agreements.entrySet().stream()
                .map(field -> when(field.getValue(), lit(field.getKey())))
                .toArray(Column[]::new);
        return array_compact(array(names));
    }

    private double weight(String field) {
        return poids.find(field)
                .map(row -> Double.parseDouble(row.get("poids")))
                .orElseThrow(() -> new IllegalArgumentException("The list poids_doublon has no field " + field));
    }

    private static Column same(String name) {
        return col(PREMIER + name).equalTo(col(SECOND + name));
    }

    private static Column similar(String name) {
        Column one = col(PREMIER + name);
        Column other = col(SECOND + name);
        return lit(1).minus(try_divide(levenshtein(one, other), greatest(length(one), length(other))));
    }

    /** On a plane: what is near is near enough for it. */
    private static Column distance() {
        Column north = col(PREMIER + LATITUDE).minus(col(SECOND + LATITUDE));
        Column east =
                col(PREMIER + LONGITUDE).minus(col(SECOND + LONGITUDE)).multiply(cos(radians(col(PREMIER + LATITUDE))));
        return sqrt(north.multiply(north).plus(east.multiply(east))).multiply(METRES_PER_DEGREE);
    }
}
