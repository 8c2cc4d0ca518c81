package fr.maillage.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the contracts as Java: {@code Columns} (one constant per distinct column name), {@code Bronze}, {@code Silver},
 * {@code Gold} (one constant per table) and {@code Parametres}.
 *
 * <p>The constants are built by code, not read from YAML, so that a command that only asks a question starts without a
 * parser. One column name with two types is refused: same name, same meaning.
 */
public final class ColumnsGenerator {

    private final Path target;

    private ColumnsGenerator(Path target) {
        this.target = target;
    }

    public static void main(String[] args) throws IOException, URISyntaxException {
        Path classes = Path.of(ColumnsGenerator.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (SchemasFolder schemas = SchemasFolder.of(classes)) {
            new ColumnsGenerator(Path.of(args[0]).resolve("fr/maillage/schemas")).write(schemas.path());
        }
    }

    private void write(Path schemas) throws IOException {
        Files.createDirectories(target);
        List<TableContract> all = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            List<TableContract> contracts = ContractReader.readLayer(schemas, layer);
            all.addAll(contracts);
            replace(className(layer), layerClass(layer, contracts));
        }
        replace("Columns", columns(all));
        replace(
                "Parametres",
                parametres(new YAMLMapper().readTree(Files.readString(schemas.resolve("parametres.yaml")))));
    }

    /** Writes only what differs, so that the compiler sees an unchanged file as unchanged. */
    private void replace(String name, String text) throws IOException {
        Path file = target.resolve(name + ".java");
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }

    private static String className(Layer layer) {
        return layer.name().charAt(0) + layer.database().substring(1);
    }

    private static String columns(List<TableContract> contracts) {
        Map<String, Map<String, Field>> byName = new TreeMap<>();
        Set<String> members = new TreeSet<>();
        for (TableContract contract : contracts) {
            for (Field field : contract.fields()) {
                byName.computeIfAbsent(field.name(), name -> new TreeMap<>()).put(contract.id(), field);
                field.byPath().values().stream().map(Field::name).forEach(members::add);
            }
        }
        members.removeAll(byName.keySet());
        StringBuilder java = header("Names of the columns of every contract.", "Columns");
        byName.forEach((name, tables) -> {
            refuseTwoTypes(name, tables);
            java.append("    /**\n");
            tables.forEach((table, field) -> java.append(
                    "     * <p>%s (%s): %s\n".formatted(table, field.type().word(), comment(field))));
            java.append("     */\n    public static final String %s = \"%s\";\n\n".formatted(constant(name), name));
        });
        members.forEach(name -> java.append(
                "    /** Inside documents kept in bronze. */\n    public static final String %s = \"%s\";\n\n"
                        .formatted(constant(name), name)));
        return java.append("    private Columns() {}\n}\n").toString();
    }

    private static void refuseTwoTypes(String name, Map<String, Field> tables) {
        if (tables.values().stream().map(Field::type).distinct().count() > 1) {
            StringBuilder uses = new StringBuilder();
            tables.forEach((table, field) -> uses.append(", ")
                    .append(table)
                    .append(' ')
                    .append(field.type().word()));
            throw new IllegalArgumentException("Column " + name + " has several types: " + uses.substring(2));
        }
    }

    private static String layerClass(Layer layer, List<TableContract> contracts) {
        StringBuilder java = header("The contracts of the " + layer.database() + " layer.", className(layer));
        for (TableContract contract : contracts) {
            // A method each: what a class does on loading may not be longer than 64 KB.
            String method = contract.name() + "Contract";
            java.append("    /** %s */\n    public static final TableContract %s = %s();\n\n"
                    .formatted(
                            escapeComment(contract.grain().isEmpty() ? contract.title() : contract.grain()),
                            constant(contract.name()),
                            method));
            java.append("    private static TableContract %s() {\n        return new TableContract(%s);\n    }\n\n"
                    .formatted(method, arguments(contract)));
        }
        java.append("    /** All of them, by name. */\n    public static final List<TableContract> ALL = List.of(");
        java.append(String.join(
                ", ", contracts.stream().map(c -> constant(c.name())).toList()));
        return java.append(");\n\n    private " + className(layer) + "() {}\n}\n")
                .toString();
    }

    private static String arguments(TableContract c) {
        return String.join(
                ",\n            ",
                "Layer." + c.layer(),
                quote(c.name()),
                Integer.toString(c.version()),
                quote(c.title()),
                quote(c.titleEn()),
                quote(c.description()),
                quote(c.grain()),
                "Access." + c.access(),
                quote(c.partition()),
                texts(c.primaryKey()),
                list(c.foreignKeys().stream()
                        .map(k -> "new ForeignKey(%s, %s, %s)"
                                .formatted(texts(k.fields()), quote(k.table()), texts(k.references())))
                        .toList()),
                list(c.rules().stream()
                        .map(r -> "new Rule(%s, Rule.Severity.%s, %s, %s)"
                                .formatted(quote(r.name()), r.severity(), quote(r.message()), quote(r.messageEn())))
                        .toList()),
                Double.toString(c.maxRejected()),
                list(c.fields().stream().map(ColumnsGenerator::field).toList()),
                quote(c.digest()));
    }

    private static String field(Field f) {
        Field.Constraints k = f.constraints();
        String constraints = k.equals(Field.Constraints.NONE)
                ? "Field.Constraints.NONE"
                : "new Field.Constraints(%s, %s, %s, %s, %s)"
                        .formatted(k.required(), quote(k.pattern()), k.minimum(), k.maximum(), texts(k.oneOf()));
        String nested = f.optional() || !f.fields().isEmpty()
                ? ", " + f.optional() + ", "
                        + list(f.fields().stream().map(ColumnsGenerator::field).toList())
                : "";
        return "\n                new Field(%s, FieldType.%s, %s, %s, %s, %s, %s, Access.%s, %s, %s, %s%s)"
                .formatted(
                        quote(f.name()),
                        f.type(),
                        quote(f.title()),
                        quote(f.titleEn()),
                        quote(f.description()),
                        quote(f.unit()),
                        quote(f.codeList()),
                        f.access(),
                        f.historique(),
                        quote(f.secrecy()),
                        constraints,
                        nested);
    }

    private static String parametres(JsonNode nodes) {
        StringBuilder java = header("Values a person may change without touching code.", "Parametres");
        List<String> names = new ArrayList<>();
        for (JsonNode node : nodes) {
            String name = node.path("name").asText();
            String type = javaType(name, node.path("type").asText());
            names.add(constant(name));
            java.append("    /** %s. Source: %s */\n"
                    .formatted(
                            escapeComment(node.path("title_en").asText()),
                            escapeComment(node.path("source").asText())));
            java.append(
                    "    public static final Parametre<%s> %s = new Parametre<>(%s, %s.class, %s, %s, %s, %s, %s);\n\n"
                            .formatted(
                                    type,
                                    constant(name),
                                    quote(name),
                                    type,
                                    quote(node.path("unit").asText("")),
                                    quote(node.path("default").asText()),
                                    quote(node.path("source").asText()),
                                    quote(node.path("title").asText()),
                                    quote(node.path("title_en").asText())));
        }
        java.append("    /** All of them, in the file's order. */\n");
        java.append("    public static final List<Parametre<?>> ALL = List.of(" + String.join(", ", names) + ");\n\n");
        return java.append("    private Parametres() {}\n}\n").toString();
    }

    private static String javaType(String name, String type) {
        return switch (type) {
            case "string" -> "String";
            case "integer" -> "Long";
            case "number" -> "Double";
            case "date" -> "java.time.LocalDate";
            default -> throw new IllegalArgumentException("Parameter " + name + " has the unknown type '" + type + "'");
        };
    }

    private static StringBuilder header(String doc, String name) {
        return new StringBuilder("// Written by ColumnsGenerator from the contracts of schemas/. Do not edit.\n")
                .append("package fr.maillage.schemas;\n\nimport java.util.List;\n\n")
                .append("/** ")
                .append(doc)
                .append(" */\n@SuppressWarnings(\"unused\")\npublic final class ")
                .append(name)
                .append(" {\n\n");
    }

    private static String comment(Field field) {
        String text = field.description().isEmpty() ? field.title() : field.description();
        return escapeComment(text);
    }

    private static String escapeComment(String text) {
        return text.replace("*/", "* /")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("@", "&#64;")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
    }

    private static String texts(List<String> texts) {
        return list(texts.stream().map(ColumnsGenerator::quote).toList());
    }

    private static String list(List<String> items) {
        return "List.of(" + String.join(", ", items) + ")";
    }

    private static String quote(String text) {
        if (text == null) {
            return "null";
        }
        String escaped = text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "");
        return '"' + escaped + '"';
    }
}
