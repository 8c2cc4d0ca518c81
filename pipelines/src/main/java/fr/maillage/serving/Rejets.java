package fr.maillage.serving;

import fr.maillage.schemas.Access;
import fr.maillage.schemas.Field;
import fr.maillage.schemas.Layer;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.TableState;
import fr.maillage.warehouse.Technical;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rows that broke a rule, of all tables together: the view {@code silver.rejet} and what {@code quality} shows.
 *
 * <p>Nothing is copied: rejected rows stand in the files of their own table, so that counts in and counts out belong to
 * one commit.
 */
public final class Rejets {

    private static final String NO_ROW = "SELECT NULL::VARCHAR AS \"table\", NULL::VARCHAR AS fichier, "
            + "NULL::BIGINT AS ligne, NULL::VARCHAR AS regle, NULL::BOOLEAN AS rejete, NULL::VARCHAR AS cle, "
            + "NULL::VARCHAR AS texte WHERE false";

    private final ParquetScan scan;
    private final Publication publication;
    private final Map<String, String> fileNames;
    private final List<TableContract> tables;

    /**
     * @param fileNames name of each landed file as it came, by the identity its rows carry
     * @param tables those whose rejects may be shown
     */
    public Rejets(
            ParquetScan scan, Publication publication, Map<String, String> fileNames, List<TableContract> tables) {
        this.tables = tables;
        this.scan = scan;
        this.publication = publication;
        this.fileNames = fileNames;
    }

    /** One row per rejected row and rule it breaks: table, fichier, ligne, regle, message, cle. */
    public String view() {
        return "SELECT r.\"table\", coalesce(f.nom, r.fichier) AS fichier, r.ligne, r.regle, "
                + "coalesce(m.message, r.regle) AS message, r.cle FROM (" + brokenRules() + ") r LEFT JOIN ("
                + messages() + ") m ON m.\"table\" = r.\"table\" AND m.regle = r.regle LEFT JOIN (" + names()
                + ") f ON f.fichier = r.fichier WHERE r.rejete AND coalesce(m.rejette, true)";
    }

    /** One row per stored row and rule it breaks, flagged ones included: what examples are taken from. */
    public String brokenRules() {
        List<String> selects = new ArrayList<>();
        for (TableContract table : tables) {
            if (breaksSome(table)) {
                selects.add(brokenRules(table));
            }
        }
        return selects.isEmpty() ? NO_ROW : String.join(" UNION ALL ", selects);
    }

    /** The same for one table. */
    public String brokenRules(TableContract table) {
        return "SELECT " + Sql.literal(table.sqlName()) + " AS \"table\", " + Technical.FICHIER + " AS fichier, "
                + Technical.LIGNE + " AS ligne, unnest(" + Technical.REGLES + ") AS regle, "
                + Technical.REJETE + " AS rejete, " + key(table) + " AS cle, " + text(table)
                + " AS texte FROM " + scan.stored(table) + " WHERE len(" + Technical.REGLES + ") > 0";
    }

    private boolean breaksSome(TableContract table) {
        return table.layer() != Layer.GOLD
                && publication
                        .find(table)
                        .map(TableState::rules)
                        .filter(rules -> !rules.isEmpty())
                        .isPresent();
    }

    /** Columns that name a person stay out even of a reject's key. */
    private static String key(TableContract table) {
        String columns = table.primaryKey().stream()
                .filter(column -> table.find(column).map(Field::access).orElseThrow() != Access.NOMINATIF)
                .map(column -> Sql.identifier(column) + "::VARCHAR")
                .collect(Collectors.joining(", "));
        return table.access() == Access.NOMINATIF || columns.isEmpty()
                ? "NULL::VARCHAR"
                : "concat_ws(' · ', " + columns + ")";
    }

    private static String text(TableContract table) {
        return table.layer() == Layer.BRONZE ? Technical.TEXTE : "NULL::VARCHAR";
    }

    private String messages() {
        List<String> rows = new ArrayList<>();
        for (TableContract table : tables) {
            publication
                    .find(table)
                    .map(TableState::rules)
                    .orElse(Map.of())
                    .keySet()
                    .forEach(rule -> {
                        RuleText text = RuleText.of(table, rule);
                        rows.add("(" + Sql.literal(table.sqlName()) + ", " + Sql.literal(rule) + ", "
                                + Sql.literal(text.message()) + ", " + text.rejects() + ")");
                    });
        }
        return rows.isEmpty()
                ? "SELECT NULL::VARCHAR AS \"table\", NULL::VARCHAR AS regle, NULL::VARCHAR AS message, true AS rejette WHERE false"
                : "SELECT * FROM (VALUES " + String.join(", ", rows) + ") v(\"table\", regle, message, rejette)";
    }

    private String names() {
        String rows = fileNames.entrySet().stream()
                .map(entry -> "(" + Sql.literal(entry.getKey()) + ", " + Sql.literal(entry.getValue()) + ")")
                .collect(Collectors.joining(", "));
        return rows.isEmpty()
                ? "SELECT NULL::VARCHAR AS fichier, NULL::VARCHAR AS nom WHERE false"
                : "SELECT * FROM (VALUES " + rows + ") v(fichier, nom)";
    }
}
