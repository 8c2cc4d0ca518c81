package fr.maillage.serving;

import fr.maillage.schemas.Field;
import fr.maillage.schemas.Rule;
import fr.maillage.schemas.TableContract;
import fr.maillage.serving.output.OutputFormat;
import fr.maillage.serving.output.Rows;
import fr.maillage.serving.output.Rows.Column;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The dictionary as a person reads it: which tables there are, and what one of them promises. */
public final class TableDescription {

    private final boolean english;

    public TableDescription(boolean english) {
        this.english = english;
    }

    /** One row per table: name, title, grain. */
    public Rows tables() {
        return Rows.of(
                List.of(
                        Column.text("table"),
                        Column.text(english ? "title" : "titre"),
                        Column.text(english ? "grain" : "une ligne")),
                Contracts.ALL.stream()
                        .map(table -> Arrays.<Object>asList(table.sqlName(), table.title(english), table.grain()))
                        .toList());
    }

    /** One row per column of a table: name, type, unit, title, what it promises, description. */
    public Rows columns(TableContract table) {
        return Rows.of(
                List.of(
                        Column.text(english ? "column" : "colonne"),
                        Column.text("type"),
                        Column.text(english ? "unit" : "unité"),
                        Column.text(english ? "title" : "titre"),
                        Column.text(english ? "promise" : "promesse"),
                        Column.text("description")),
                table.fields().stream()
                        .flatMap(field -> field.byPath().entrySet().stream())
                        .map(field -> column(table, field.getKey(), field.getValue()))
                        .toList());
    }

    /** Everything about a table, for a terminal. */
    public void write(TableContract table, PrintWriter out) {
        out.println(table.sqlName() + " — " + table.title(english));
        if (!table.grain().isEmpty()) {
            out.println(table.grain());
        }
        out.println(table.description());
        out.println();
        out.println((english ? "Access: " : "Accès : ") + Words.access(table.access(), english));
        if (!table.primaryKey().isEmpty()) {
            out.println((english ? "Key: " : "Clé : ") + String.join(", ", table.primaryKey()));
        }
        table.foreignKeys()
                .forEach(key -> out.println((english ? "Refers to: " : "Renvoie à : ")
                        + String.join(", ", key.fields()) + " → " + key.table().replace('/', '.') + " ("
                        + String.join(", ", key.references()) + ")"));
        out.println();
        OutputFormat.TABLE.write(columns(table), out);
        rules(table, out);
        out.flush();
    }

    private void rules(TableContract table, PrintWriter out) {
        if (table.rules().isEmpty()) {
            return;
        }
        out.println();
        out.println(english ? "Rules" : "Règles");
        for (Rule rule : table.rules()) {
            out.println("  " + rule.name() + " (" + Words.severity(rule.severity(), english) + ") : "
                    + (english ? rule.messageEn() : rule.message()));
        }
    }

    private List<Object> column(TableContract table, String path, Field field) {
        return Arrays.asList(
                path,
                field.type().word(),
                field.unit(),
                field.title(english),
                promises(table, field),
                field.description());
    }

    /** What the column guarantees, in few words. */
    private String promises(TableContract table, Field field) {
        List<String> promises = new ArrayList<>();
        if (table.primaryKey().contains(field.name())) {
            promises.add(english ? "key" : "clé");
        }
        promises.addAll(Words.constraints(field.constraints(), english));
        if (!field.codeList().isEmpty()) {
            promises.add((english ? "list " : "liste ") + field.codeList());
        }
        return promises.stream().collect(Collectors.joining(", "));
    }
}
