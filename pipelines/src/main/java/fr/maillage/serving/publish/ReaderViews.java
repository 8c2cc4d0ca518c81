package fr.maillage.serving.publish;

import fr.maillage.serving.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Statements that dress the loaded tables for people: views in two languages, and comments. Both databases take them. */
final class ReaderViews {

    /** Schemas of the views, by language. */
    static final List<String> SCHEMAS = List.of("fr", "en");

    private ReaderViews() {}

    /** @param schema how a schema is called while it is filled */
    static List<String> statements(List<PublishedTable> tables, UnaryOperator<String> schema) {
        List<String> statements = new ArrayList<>();
        for (PublishedTable table : tables) {
            String target = table.in(schema.apply(table.schema()));
            statements.add(comment("TABLE", target, table.comment()));
            comments(
                    statements,
                    target,
                    table.columns().stream().map(PublishedColumn::name).toList(),
                    table);
            if (table.hasViews()) {
                SCHEMAS.forEach(language -> view(statements, table, target, schema.apply(language), language));
            }
        }
        return statements;
    }

    private static void view(
            List<String> statements, PublishedTable table, String target, String schema, String language) {
        boolean english = language.equals("en");
        String view = table.in(schema);
        String columns = table.columns().stream()
                .map(column -> Sql.identifier(column.name()) + " AS " + Sql.quoted(column.title(english)))
                .collect(Collectors.joining(", "));
        statements.add("CREATE VIEW " + view + " AS SELECT " + columns + " FROM " + target);
        statements.add(comment("VIEW", view, english ? table.titleEn() : table.title()));
        comments(
                statements,
                view,
                table.columns().stream().map(column -> column.title(english)).toList(),
                table);
    }

    private static void comments(List<String> statements, String target, List<String> names, PublishedTable table) {
        for (int i = 0; i < names.size(); i++) {
            statements.add(comment(
                    "COLUMN",
                    target + "." + Sql.quoted(names.get(i)),
                    table.columns().get(i).comment()));
        }
    }

    private static String comment(String kind, String target, String text) {
        return "COMMENT ON " + kind + " " + target + " IS " + Sql.literal(text);
    }
}
