package fr.maillage.atlas.cooperation;

import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Field;
import fr.maillage.schemas.TableContract;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words, labels, numbers and days of the page of cooperations in one language. */
final class CooperationsMots {

    private static final CodeList MOTS = CodeList.readFile("/atlas/cooperations.csv");
    /** Lists whose French labels stand in the tables. */
    private static final List<String> TRANSLATED = List.of(
            "valeur_cooperation",
            "objet_cooperation",
            "forme_juridique",
            "rubrique_cooperation",
            "point_positionnement");

    private final boolean english;
    private final Locale locale;
    private final Map<String, CodeList> lists = new HashMap<>();
    private final Map<String, String> inEnglish = new HashMap<>();

    CooperationsMots(boolean english) {
        this.english = english;
        this.locale = english ? Locale.ENGLISH : Locale.FRENCH;
        TRANSLATED.forEach(name ->
                list(name).rows().forEach(row -> inEnglish.putIfAbsent(row.get("libelle"), row.get("libelle_en"))));
    }

    boolean english() {
        return english;
    }

    /** A word of the page. */
    String mot(String key) {
        return MOTS.find(key)
                .map(row -> row.get(english ? "libelle_en" : "libelle"))
                .orElseThrow(() -> new IllegalArgumentException("atlas/cooperations.csv has no word " + key));
    }

    boolean has(String key) {
        return MOTS.find(key).isPresent();
    }

    /** Words that the scripts of the page use, by name. */
    Map<String, String> page() {
        Map<String, String> words = new LinkedHashMap<>();
        MOTS.codes().stream()
                .filter(key -> key.startsWith("page."))
                .forEach(key -> words.put(key.substring("page.".length()), mot(key)));
        words.put("langue", english ? "en" : "fr");
        return words;
    }

    CodeList list(String name) {
        return lists.computeIfAbsent(name, CodeList::read);
    }

    /** The label of a code of a list; that of nothing known for none. */
    String of(String list, Object code) {
        return code == null ? mot("inconnu") : list(list).libelle(code.toString(), english);
    }

    /** A label of the closed lists, as a table says it in French. */
    String label(String french) {
        return english && french != null ? inEnglish.getOrDefault(french, french) : french;
    }

    /** What a contract calls a column. */
    String column(TableContract table, String name) {
        return table.find(name)
                .map(field -> field.title(english))
                .orElseThrow(() -> new IllegalArgumentException(table.id() + " has no column " + name));
    }

    /** A value of a table for people, with the unit of its contract. */
    String value(TableContract table, String name, Object value) {
        if (value == null) {
            return mot("inconnu");
        }
        if (!(value instanceof Number number)) {
            return value.toString();
        }
        String unit = table.find(name).flatMap(Field::knownUnit).orElse("");
        String shown = MOTS.find("unite." + unit).isPresent() ? mot("unite." + unit) : "";
        return shown.isEmpty() ? number(number) : number(number) + "\u00a0" + shown;
    }

    String number(Number value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    /** A day as precisely as it is known: day, month or year. */
    String day(String iso, String precision) {
        if (iso == null) {
            return "";
        }
        String pattern =
                switch (precision == null ? "jour" : precision) {
                    case "annee" -> "yyyy";
                    case "mois" -> "MMMM yyyy";
                    default -> "d MMMM yyyy";
                };
        String written = LocalDate.parse(iso).format(DateTimeFormatter.ofPattern(pattern, locale));
        return !english && written.startsWith("1 ") ? "1er" + written.substring(1) : written;
    }

    /** A period in words; nothing when neither end is known. */
    String period(String start, String end, String precision) {
        if (start == null && end == null) {
            return "";
        }
        if (start == null) {
            return mot("jusqu_au") + " " + day(end, "jour");
        }
        String since = mot(precision == null || precision.equals("jour") ? "depuis_le" : "depuis");
        return end == null ? since + " " + day(start, precision) : day(start, precision) + " – " + day(end, "jour");
    }
}
