package fr.maillage.serving;

import fr.maillage.schemas.Field;
import fr.maillage.schemas.Rule;
import fr.maillage.schemas.TableContract;
import java.util.List;
import java.util.Map;

/**
 * What a rule says to a person, whether a contract declares it, a column's constraint makes it, or the reading of a file
 * found it.
 *
 * @param rejects whether a row that breaks it is set aside
 */
public record RuleText(String rule, boolean rejects, String message, String messageEn) {

    /** Rules found while reading a file, before any contract is looked at: the record could not become a row. */
    private static final Map<String, List<String>> READING = Map.of(
            "largeur_de_ligne",
            List.of(
                    "La ligne n’a pas le nombre de champs attendu.",
                    "The line does not have the expected number of fields."),
            "ressource_inconnue",
            List.of(
                    "L’objet n’est pas une ressource que ce format décrit.",
                    "The object is no resource that this format describes."),
            "json_illisible",
            List.of("La ligne n’est pas du JSON lisible.", "The line is no readable JSON."),
            "cellules_fusionnees",
            List.of(
                    "Des cellules sont fusionnées sur cette ligne : on ne sait pas à quelle coopération se rapportent les valeurs. Les défusionner et déposer le fichier à nouveau.",
                    "Cells are merged on this line: nobody can tell which cooperation the values belong to. Split them and upload the file again."),
            "section_inconnue",
            List.of("La ligne appartient à une section inconnue.", "The line belongs to an unknown section."));

    public static RuleText of(TableContract table, String rule) {
        return table.rules().stream()
                .filter(declared -> declared.name().equals(rule))
                .findFirst()
                .map(RuleText::declared)
                .orElseGet(() -> rule.contains(".") ? constraint(table, rule) : reading(rule));
    }

    public String message(boolean english) {
        return english ? messageEn : message;
    }

    private static RuleText declared(Rule rule) {
        return new RuleText(rule.name(), rule.severity() == Rule.Severity.REJECT, rule.message(), rule.messageEn());
    }

    private static RuleText reading(String rule) {
        List<String> known = READING.getOrDefault(rule, List.of(sentence(rule), sentence(rule)));
        return new RuleText(rule, true, known.get(0), known.get(1));
    }

    private static String sentence(String rule) {
        String words = rule.replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    /** A rule the engine makes of a column's constraint, {@code nb_heures.minimum}. */
    private static RuleText constraint(TableContract table, String rule) {
        String column = rule.substring(0, rule.indexOf('.'));
        String kind = rule.substring(rule.indexOf('.') + 1);
        Field field = table.find(column).orElse(null);
        String title = field == null || field.title().isEmpty() ? column : field.title() + " (" + column + ")";
        String titleEn = field == null ? column : field.title(true) + " (" + column + ")";
        Field.Constraints promise = field == null ? Field.Constraints.NONE : field.constraints();
        return switch (kind) {
            case "required" -> of(rule, title + " : valeur absente.", titleEn + ": value missing.");
            case "minimum" ->
                of(
                        rule,
                        title + " : inférieur à " + bound(promise.minimum()) + ".",
                        titleEn + ": below " + bound(promise.minimum()) + ".");
            case "maximum" ->
                of(
                        rule,
                        title + " : supérieur à " + bound(promise.maximum()) + ".",
                        titleEn + ": above " + bound(promise.maximum()) + ".");
            case "enum" ->
                of(
                        rule,
                        title + " : valeur hors de la liste " + String.join(", ", promise.oneOf()) + ".",
                        titleEn + ": not one of " + String.join(", ", promise.oneOf()) + ".");
            case "pattern" ->
                of(
                        rule,
                        title + " : n’a pas la forme attendue " + promise.pattern() + ".",
                        titleEn + ": does not have the expected form " + promise.pattern() + ".");
            default -> of(rule, title + " : " + kind + ".", titleEn + ": " + kind + ".");
        };
    }

    private static RuleText of(String rule, String message, String messageEn) {
        return new RuleText(rule, true, message, messageEn);
    }

    private static String bound(Double bound) {
        return bound == null ? "?" : Words.plain(bound);
    }
}
