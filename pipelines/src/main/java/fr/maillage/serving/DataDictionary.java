package fr.maillage.serving;

import fr.maillage.schemas.Field;
import fr.maillage.schemas.Layer;
import fr.maillage.schemas.Rule;
import fr.maillage.schemas.TableContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The data dictionary as a Markdown page, written from the contracts: {@code schemas/README.md}. */
public final class DataDictionary {

    private final StringBuilder page = new StringBuilder();

    private DataDictionary() {}

    public static String page() {
        DataDictionary dictionary = new DataDictionary();
        dictionary.write();
        return dictionary.page.toString();
    }

    private void write() {
        line("# Data dictionary");
        line("");
        line("Every table of the warehouse and what it promises, written from the contracts of this folder by");
        line("`DictionaryTest` (`-Ddictionary=write` writes it anew). In a terminal: `maillage describe`.");
        line("");
        line("Names are French, as registers print them; each table and column has a title in French and in English.");
        line("A column name has one type and one meaning everywhere.");
        for (Layer layer : List.of(Layer.GOLD, Layer.SILVER, Layer.BRONZE)) {
            layer(layer);
        }
    }

    private void layer(Layer layer) {
        List<TableContract> tables =
                Contracts.ALL.stream().filter(table -> table.layer() == layer).toList();
        line("");
        line("## " + layer.database());
        line("");
        line(about(layer));
        line("");
        line("| table | titre | title | access |");
        line("|---|---|---|---|");
        tables.forEach(table -> row(
                "[`" + table.sqlName() + "`](#" + anchor(table) + ")",
                table.title(),
                table.title(true),
                table.access().name().toLowerCase(Locale.ROOT)));
        tables.forEach(this::table);
    }

    private static String about(Layer layer) {
        return switch (layer) {
            case GOLD -> "One row per answer to a question; wide enough that a dashboard needs no join.";
            case SILVER ->
                "One row per thing in the world, typed and checked. Rows that break a rejecting rule are set"
                        + " aside with the name of the rule (`silver.rejet`).";
            case BRONZE ->
                "One row per record of a register file, as text, in the register's own words, nothing mended."
                        + " Each row says which file and line it comes from.";
        };
    }

    private void table(TableContract table) {
        line("");
        line("### " + table.sqlName());
        line("");
        line("**" + table.title() + "** / " + table.title(true) + ".");
        if (!table.grain().isEmpty()) {
            line(table.grain());
        }
        line("");
        line(oneLine(table.description()));
        line("");
        if (!table.primaryKey().isEmpty()) {
            line("Key: `" + String.join("`, `", table.primaryKey()) + "`");
            line("");
        }
        table.foreignKeys().forEach(key -> {
            line("Refers to: `" + String.join("`, `", key.fields()) + "` → `"
                    + key.table().replace('/', '.') + "`");
            line("");
        });
        line("| column | type | unit | titre | title | promise | description |");
        line("|---|---|---|---|---|---|---|");
        table.fields().forEach(column -> column.byPath()
                .forEach((path, field) -> row(
                        "`" + path + "`",
                        field.type().word(),
                        field.unit(),
                        field.title(),
                        field.titleEn(),
                        promises(field),
                        field.description())));
        rules(table.rules());
    }

    private void rules(List<Rule> rules) {
        if (rules.isEmpty()) {
            return;
        }
        line("");
        line("| rule | severity | message | in English |");
        line("|---|---|---|---|");
        rules.forEach(rule ->
                row("`" + rule.name() + "`", Words.severity(rule.severity(), true), rule.message(), rule.messageEn()));
    }

    private static String promises(Field field) {
        List<String> promises = new ArrayList<>();
        for (String promise : Words.constraints(field.constraints(), true)) {
            promises.add(promise.startsWith("form ") ? "form `" + promise.substring(5) + "`" : promise);
        }
        if (!field.codeList().isEmpty()) {
            promises.add("list `" + field.codeList() + "`");
        }
        return String.join(", ", promises);
    }

    /** As Markdown pages make it of a heading. */
    private static String anchor(TableContract table) {
        return table.sqlName().replace(".", "");
    }

    private void row(String... cells) {
        List<String> escaped = new ArrayList<>();
        for (String cell : cells) {
            escaped.add(oneLine(cell).replace("|", "\\|"));
        }
        line("| " + String.join(" | ", escaped) + " |");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
