package fr.maillage.atlas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.maillage.atlas.Indicateur.Absent;
import fr.maillage.atlas.habillage.Labels;
import fr.maillage.atlas.habillage.Resources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the indicators of the atlas: one file each, listed in {@code atlas/indicateurs/index.txt}. */
final class Indicateurs {

    private static final YAMLMapper YAML = new YAMLMapper();

    private Indicateurs() {}

    /** All indicators, in the order they are offered; the first is the one shown first. */
    static List<Indicateur> list() {
        return Resources.text("indicateurs/index.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .map(name -> of(name, Resources.text("indicateurs/" + name + ".yaml")))
                .sorted(Comparator.comparingInt(Indicateur::rank))
                .toList();
    }

    static Indicateur of(String id, String yaml) {
        JsonNode node = tree(id, yaml);
        return new Indicateur(
                id,
                required(id, node, "rank").asInt(),
                labels(id, node, "title"),
                labels(id, node, "definition"),
                labels(id, node, "unit"),
                required(id, node, "table").asText(),
                required(id, node, "numerator").asText(),
                labels(id, node, "numerator_title"),
                text(node, "denominator"),
                optionalLabels(node, "denominator_title"),
                node.path("factor").asDouble(1),
                node.path("decimals").asInt(0),
                filter(node.path("filter")),
                required(id, node, "dimension").asText(),
                node.path("date").asText(""),
                Absent.valueOf(required(id, node, "absent").asText().toUpperCase(Locale.ROOT)),
                text(node, "unknown"),
                optionalLabels(node, "unknown_title"),
                labels(id, node, "zero"),
                labels(id, node, "missing"),
                node.path("palette").asText("YlGnBu"),
                node.path("additive").asBoolean(false),
                classes(id, node.path("classes")));
    }

    private static JsonNode tree(String id, String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (IOException e) {
            throw new IllegalStateException("atlas/indicateurs/" + id + ".yaml is not YAML", e);
        }
    }

    private static JsonNode required(String id, JsonNode node, String key) {
        if (!node.hasNonNull(key)) {
            throw new IllegalStateException("atlas/indicateurs/" + id + ".yaml has no key " + key);
        }
        return node.get(key);
    }

    private static Labels labels(String id, JsonNode node, String key) {
        return new Labels(
                required(id, node, key).asText().strip(),
                required(id, node, key + "_en").asText().strip());
    }

    private static Labels optionalLabels(JsonNode node, String key) {
        return new Labels(
                node.path(key).asText("").strip(),
                node.path(key + "_en").asText("").strip());
    }

    private static Optional<String> text(JsonNode node, String key) {
        return Optional.ofNullable(node.path(key).asText(null));
    }

    private static Map<String, List<String>> filter(JsonNode node) {
        Map<String, List<String>> filter = new LinkedHashMap<>();
        node.fields().forEachRemaining(entry -> filter.put(entry.getKey(), texts(entry.getValue())));
        return filter;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private static Optional<List<Double>> classes(String id, JsonNode node) {
        List<Double> breaks = new ArrayList<>();
        node.forEach(value -> breaks.add(value.asDouble()));
        for (int i = 1; i < breaks.size(); i++) {
            if (breaks.get(i) <= breaks.get(i - 1)) {
                throw new IllegalStateException(
                        "atlas/indicateurs/" + id + ".yaml has classes that do not grow: " + breaks);
            }
        }
        return breaks.isEmpty() ? Optional.empty() : Optional.of(breaks);
    }
}
