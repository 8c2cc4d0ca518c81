package fr.maillage.source.finess;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the first bytes of a JSON document tell: the names it uses and when it was generated. */
record PlusHead(Set<String> rootNames, Set<String> names, String generatedAt) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /** Reads as far as the text goes, which is seldom the end of the document. */
    static PlusHead of(String text) {
        Set<String> rootNames = new HashSet<>();
        Set<String> names = new HashSet<>();
        String generatedAt = null;
        int depth = 0;
        try (JsonParser json = JSON.createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.FIELD_NAME) {
                    (depth == 1 ? rootNames : names).add(json.currentName());
                } else if (token == JsonToken.VALUE_STRING && depth <= 2 && "generatedAt".equals(json.currentName())) {
                    generatedAt = json.getText();
                }
            }
        } catch (IOException cut) {
            // Whatever stands before the cut, or before what is no JSON, has been noted.
        }
        return new PlusHead(rootNames, names, generatedAt);
    }

    boolean isStructures() {
        return isPlus()
                && (rootNames.contains("gco")
                        || rootNames.contains("gcc")
                        || names.contains("informationsGeneralesPMEJ"));
    }

    boolean isActivites() {
        return isPlus()
                && !isStructures()
                && (names.contains("activitesAutorisees") || names.contains("activitesExercees"));
    }

    private boolean isPlus() {
        return List.of("pmej", "gco", "gcc").stream().anyMatch(rootNames::contains);
    }

    /** The day in France of an instant with or without a zone. */
    Optional<LocalDate> generatedOn() {
        if (generatedAt == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    OffsetDateTime.parse(generatedAt).atZoneSameInstant(FRANCE).toLocalDate());
        } catch (DateTimeParseException withoutZone) {
            return ReleaseDate.of(generatedAt.substring(0, Math.min(10, generatedAt.length())));
        }
    }
}
