package fr.maillage.source.json;

import static fr.maillage.schemas.Columns.DERIVES;
import static fr.maillage.schemas.Columns.GENERATEDAT;
import static fr.maillage.schemas.Columns.SCHEMAVERSION;
import static fr.maillage.schemas.Columns.SECTION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.maillage.schemas.TableContract;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a document says of itself: its version and date, at the root or in an object {@code metadata}, and where its root
 * is not as expected.
 */
final class JsonHeader {

    /** The row of the document itself. */
    static final String DOCUMENT = "document";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> COLUMNS =
            Map.of("schemaVersion", SCHEMAVERSION, "generatedAt", GENERATEDAT);

    private final Set<String> sections;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> told = new java.util.HashMap<>();
    private final Derives derives = new Derives();

    JsonHeader(Set<String> sections) {
        this.sections = sections;
    }

    /** Notes which sections the root has. */
    void saw(Set<String> met) {
        seen.addAll(met);
    }

    /** A member of the root that is no record. */
    void add(JsonSections.Piece piece) {
        if (sections.contains(piece.member())) {
            return;
        }
        JsonNode value = tree(piece);
        if (piece.member().equals("metadata")) {
            COLUMNS.forEach((name, column) -> tell(column, value.path(name)));
        } else if (COLUMNS.containsKey(piece.member())) {
            tell(COLUMNS.get(piece.member()), value);
        } else {
            derives.add(piece.member(), Derives.INCONNU, value.toString());
        }
    }

    private static JsonNode tree(JsonSections.Piece piece) {
        try {
            return piece.cut() ? JSON.missingNode() : JSON.readTree(piece.json());
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private void tell(String column, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            told.putIfAbsent(column, value.asText());
        }
    }

    Object[] values(TableContract table) {
        COLUMNS.values().stream()
                .sorted()
                .filter(column -> !told.containsKey(column))
                .forEach(column -> derives.add(column, Derives.ABSENT, null));
        sections.stream()
                .sorted()
                .filter(section -> !seen.contains(section))
                .forEach(section -> derives.add(section, Derives.ABSENT, null));
        Object[] values = new Object[table.fields().size()];
        values[table.columns().indexOf(SECTION)] = DOCUMENT;
        values[table.columns().indexOf(SCHEMAVERSION)] = told.get(SCHEMAVERSION);
        values[table.columns().indexOf(GENERATEDAT)] = told.get(GENERATEDAT);
        values[table.columns().indexOf(DERIVES)] = derives.values();
        return values;
    }
}
