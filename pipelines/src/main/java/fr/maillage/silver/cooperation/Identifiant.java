package fr.maillage.silver.cooperation;

import fr.maillage.source.declaration.Lecture;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The identifier of an actor as a person typed it, with its namespace; see {@link Acteurs}. */
final class Identifiant {

    /** Stands for a namespace as long as nine bare digits may be FINESS or SIREN. */
    static final String AMBIGUOUS = "_nu:";

    private static final Pattern NAMED =
            Pattern.compile("(finess|siren|siret|rna|coop|ext) ?: ?(.+)", Pattern.CASE_INSENSITIVE);

    private Identifiant() {}

    /** The actor, {@code _nu:} and nine digits when it is ambiguous, null when the text is no identifier. */
    static String of(String typed) {
        String text = Lecture.texte(typed);
        if (text == null) {
            return null;
        }
        Matcher named = NAMED.matcher(text);
        return named.matches() ? named(named.group(1).toLowerCase(Locale.ROOT), named.group(2)) : bare(compact(text));
    }

    private static String named(String kind, String value) {
        return switch (kind) {
            case "finess" -> matching(kind, padded(compact(value), 9), "[0-9][0-9A-Z][0-9]{7}");
            case "siren" -> matching(kind, padded(compact(value), 9), "[0-9]{9}");
            case "siret" -> matching(kind, padded(compact(value), 14), "[0-9]{14}");
            case "rna" -> matching(kind, compact(value), "W[0-9A-Z]{9}");
            default -> kind + ":" + value;
        };
    }

    private static String bare(String number) {
        if (number.matches("[0-9]{13,14}")) {
            return "siret:" + padded(number, 14);
        }
        if (number.matches("[0-9]{8,9}")) {
            return AMBIGUOUS + padded(number, 9);
        }
        if (number.matches("[0-9][A-Z][0-9]{7}")) {
            return "finess:" + number;
        }
        return matching("rna", number, "W[0-9A-Z]{9}");
    }

    private static String matching(String kind, String number, String pattern) {
        return number.matches(pattern) ? kind + ":" + number : null;
    }

    /** Puts back the one zero a spreadsheet drops in front of a number. */
    private static String padded(String number, int length) {
        return number.length() == length - 1 && number.matches("[0-9]+") ? "0" + number : number;
    }

    private static String compact(String text) {
        return text.replaceAll("[ .-]", "").toUpperCase(Locale.ROOT);
    }
}
