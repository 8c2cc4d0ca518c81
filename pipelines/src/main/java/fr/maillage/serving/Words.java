package fr.maillage.serving;

import fr.maillage.schemas.Access;
import fr.maillage.schemas.Field;
import fr.maillage.schemas.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The words of contracts in the two languages. */
public final class Words {

    private Words() {}

    static String access(Access access, boolean english) {
        return switch (access) {
            case PUBLIC -> "public";
            case INTERNE -> english ? "internal" : "interne";
            case NOMINATIF ->
                english ? "names persons, never leaves the warehouse" : "nominatif, ne quitte pas l’entrepôt";
        };
    }

    public static String severity(Rule.Severity severity, boolean english) {
        return switch (severity) {
            case REJECT -> english ? "rejected" : "rejet";
            case FLAG -> english ? "flagged" : "signalement";
        };
    }

    static List<String> constraints(Field.Constraints constraints, boolean english) {
        List<String> words = new ArrayList<>();
        if (constraints.required()) {
            words.add(english ? "required" : "obligatoire");
        }
        if (constraints.pattern() != null) {
            words.add((english ? "form " : "forme ") + constraints.pattern());
        }
        if (constraints.minimum() != null) {
            words.add("≥ " + plain(constraints.minimum()));
        }
        if (constraints.maximum() != null) {
            words.add("≤ " + plain(constraints.maximum()));
        }
        if (!constraints.oneOf().isEmpty()) {
            words.add((english ? "one of " : "parmi ") + String.join(" | ", constraints.oneOf()));
        }
        return words;
    }

    static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
