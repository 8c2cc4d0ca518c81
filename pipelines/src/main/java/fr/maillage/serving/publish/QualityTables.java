package fr.maillage.serving.publish;

import fr.maillage.schemas.FieldType;
import fr.maillage.schemas.TableContract;
import fr.maillage.serving.Rejets;
import fr.maillage.serving.RuleText;
import fr.maillage.serving.Sql;
import fr.maillage.warehouse.Publication;
import java.util.ArrayList;
import java.util.List;

/** The schema {@code qualite}: which state the database shows, and what was wrong with what came in. */
final class QualityTables {

    private static final String SCHEMA = "qualite";

    private QualityTables() {}

    static PublishedTable rejet(Rejets rejets) {
        return table(
                "rejet",
                "Lignes rejetées : une ligne par ligne écartée et règle enfreinte / Rejected rows, one per row and rule",
                List.of(
                        text("table", "Table de l’entrepôt"),
                        text("fichier", "Fichier d’origine"),
                        number("ligne", "Ligne ou numéro d’enregistrement dans ce fichier"),
                        text("regle", "Nom de la règle"),
                        text("message", "Ce qui ne va pas, et que faire"),
                        text("cle", "Clé de la ligne, telle que lue")),
                rejets.view());
    }

    static PublishedTable regle(Publication publication, List<TableContract> tables) {
        List<String> rows = new ArrayList<>();
        tables.forEach(table -> publication.find(table).orElseThrow().rules().forEach((rule, count) -> {
            RuleText text = RuleText.of(table, rule);
            rows.add(row(
                    Sql.literal(table.sqlName()),
                    Sql.literal(rule),
                    Boolean.toString(text.rejects()),
                    Sql.literal(text.message()),
                    Sql.literal(text.messageEn()),
                    count + "::BIGINT"));
        }));
        return table(
                "regle",
                "Règles enfreintes : une ligne par table et règle / Broken rules, one row per table and rule",
                List.of(
                        text("table", "Table de l’entrepôt"),
                        text("regle", "Nom de la règle"),
                        PublishedColumn.of("rejette", FieldType.BOOLEAN, "Vrai si la ligne est écartée"),
                        text("message", "Message en français"),
                        text("message_en", "Message en anglais"),
                        number("nombre", "Lignes qui enfreignent la règle")),
                values(rows, "'', '', false, '', '', 0::BIGINT"));
    }

    static PublishedTable publication(Publication publication, List<TableContract> tables) {
        List<String> rows = new ArrayList<>();
        tables.forEach(table -> {
            var state = publication.find(table).orElseThrow();
            rows.add(row(
                    publication.number() + "::BIGINT",
                    Sql.literal(publication.builtAt().toString()) + "::TIMESTAMPTZ",
                    Sql.literal(publication.program()),
                    Sql.literal(table.sqlName()),
                    Sql.literal(table.title()),
                    state.version() + "::BIGINT",
                    state.rows() + "::BIGINT",
                    state.rejected() + "::BIGINT"));
        });
        return table(
                "publication",
                "État de l’entrepôt que montre cette base : une ligne par table / State of the warehouse shown here",
                List.of(
                        number("numero", "Numéro de la publication"),
                        PublishedColumn.of("construite_le", FieldType.DATETIME, "Instant de la construction, UTC"),
                        text("programme", "Empreinte du programme"),
                        text("table", "Table de l’entrepôt"),
                        text("titre", "Titre de la table"),
                        number("version", "Version de la table Delta"),
                        number("lignes", "Lignes lisibles"),
                        number("rejetees", "Lignes écartées")),
                values(rows, "0::BIGINT, now(), '', '', '', 0::BIGINT, 0::BIGINT, 0::BIGINT"));
    }

    private static PublishedTable table(String name, String comment, List<PublishedColumn> columns, String query) {
        String names = String.join(
                ", ",
                columns.stream().map(column -> Sql.identifier(column.name())).toList());
        return new PublishedTable(
                SCHEMA, name, "", "", comment, columns, "SELECT * FROM (" + query + ") t(" + names + ")");
    }

    /** The rows, or none of the types of {@code pattern}. */
    private static String values(List<String> rows, String pattern) {
        return rows.isEmpty() ? "SELECT " + pattern + " WHERE false" : "VALUES " + String.join(", ", rows);
    }

    private static String row(String... cells) {
        return "(" + String.join(", ", cells) + ")";
    }

    private static PublishedColumn text(String name, String comment) {
        return PublishedColumn.of(name, FieldType.STRING, comment);
    }

    private static PublishedColumn number(String name, String comment) {
        return PublishedColumn.of(name, FieldType.INTEGER, comment);
    }
}
