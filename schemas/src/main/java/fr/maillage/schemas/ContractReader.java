package fr.maillage.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads the contract files of {@code schemas/}.
 *
 * <p>Runs while the program is built, not when it runs: {@link ColumnsGenerator} turns what is read here into Java
 * constants. An unknown key is refused, because a misspelt promise would otherwise be no promise at all.
 */
final class ContractReader {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> TABLE_KEYS = Set.of(
            "name",
            "version",
            "title",
            "title_en",
            "description",
            "grain",
            "access",
            "temporal",
            "partition",
            "primaryKey",
            "foreignKeys",
            "rules",
            "max_rejected",
            "fields",
            "since",
            "deprecated");
    private static final Set<String> FIELD_KEYS = Set.of(
            "name",
            "type",
            "title",
            "title_en",
            "description",
            "unit",
            "code_list",
            "access",
            "historique",
            "secrecy",
            "constraints",
            "optional",
            "fields",
            "items",
            "since",
            "deprecated");

    private ContractReader() {}

    /** Every contract of a layer, by name. */
    static List<TableContract> readLayer(Path schemas, Layer layer) throws IOException {
        Path folder = schemas.resolve(layer.database());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<TableContract> contracts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                contracts.add(read(file, layer));
            }
        }
        return contracts;
    }

    static TableContract read(Path file, Layer layer) throws IOException {
        String text = Files.readString(file);
        try {
            return contract(YAML.readTree(text), layer, digest(text), file);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Contract " + file + ": " + e.getMessage(), e);
        }
    }

    private static TableContract contract(JsonNode node, Layer layer, String digest, Path file) {
        refuseUnknown(node, TABLE_KEYS);
        String name = text(node, "name");
        if (!file.getFileName().toString().equals(name + ".yaml")) {
            throw new IllegalArgumentException("the file and its table '" + name + "' must share one name");
        }
        List<Field> fields =
                list(node.path("fields")).map(field -> field(field, layer)).toList();
        TableContract contract = new TableContract(
                layer,
                name,
                node.path("version").asInt(1),
                required(node, "title"),
                text(node, "title_en"),
                required(node, "description").strip(),
                layer == Layer.BRONZE ? text(node, "grain") : required(node, "grain"),
                access(required(node, "access")),
                text(node, "partition"),
                texts(node.path("primaryKey")),
                list(node.path("foreignKeys")).map(ContractReader::foreignKey).toList(),
                list(node.path("rules")).map(ContractReader::rule).toList(),
                node.path("max_rejected").asDouble(TableContract.MAX_REJECTED),
                fields,
                digest);
        checkKeys(contract);
        return contract;
    }

    private static void checkKeys(TableContract contract) {
        contract.primaryKey().forEach(column -> checkField(contract, column, "primary key"));
        contract.foreignKeys()
                .forEach(key -> key.fields().forEach(column -> checkField(contract, column, "foreign key")));
        if (new TreeSet<>(contract.columns()).size() != contract.fields().size()) {
            throw new IllegalArgumentException("a column is declared twice");
        }
    }

    private static void checkField(TableContract contract, String column, String use) {
        if (contract.find(column).isEmpty()) {
            throw new IllegalArgumentException(use + " " + column + " is not a field");
        }
    }

    private static Field field(JsonNode node, Layer layer) {
        refuseUnknown(node, FIELD_KEYS);
        String title = text(node, "title");
        if (layer != Layer.BRONZE && title.isEmpty()) {
            throw new IllegalArgumentException("column " + text(node, "name") + " has no title");
        }
        JsonNode access = node.path("access");
        FieldType type = NestedFields.type(node);
        List<Field> fields =
                NestedFields.members(node).map(member -> field(member, layer)).toList();
        NestedFields.check(required(node, "name"), type, fields, layer);
        return new Field(
                required(node, "name"),
                type,
                title,
                text(node, "title_en"),
                text(node, "description").strip(),
                text(node, "unit"),
                text(node, "code_list"),
                access.isMissingNode() ? Access.PUBLIC : access(access.asText()),
                node.path("historique").asBoolean(true),
                text(node, "secrecy"),
                constraints(node.path("constraints")),
                node.path("optional").asBoolean(false),
                fields);
    }

    private static Field.Constraints constraints(JsonNode node) {
        if (node.isMissingNode()) {
            return Field.Constraints.NONE;
        }
        refuseUnknown(node, Set.of("required", "pattern", "minimum", "maximum", "enum"));
        return new Field.Constraints(
                node.path("required").asBoolean(false),
                node.has("pattern") ? node.get("pattern").asText() : null,
                node.has("minimum") ? node.get("minimum").asDouble() : null,
                node.has("maximum") ? node.get("maximum").asDouble() : null,
                texts(node.path("enum")));
    }

    private static ForeignKey foreignKey(JsonNode node) {
        JsonNode reference = node.path("reference");
        return new ForeignKey(
                texts(node.path("fields")), required(reference, "resource"), texts(reference.path("fields")));
    }

    private static Rule rule(JsonNode node) {
        refuseUnknown(node, Set.of("name", "severity", "message", "message_en"));
        return new Rule(
                required(node, "name"),
                Rule.Severity.valueOf(required(node, "severity").toUpperCase(Locale.ROOT)),
                required(node, "message"),
                required(node, "message_en"));
    }

    private static Access access(String text) {
        return Access.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static void refuseUnknown(JsonNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(
                        "unknown key '" + key + "', expected one of " + new TreeSet<>(known));
            }
        });
    }

    private static String required(JsonNode node, String key) {
        String value = text(node, key);
        if (value.isBlank()) {
            throw new IllegalArgumentException("'" + key + "' is missing");
        }
        return value;
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asText("");
    }

    private static List<String> texts(JsonNode node) {
        return list(node).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> list(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
