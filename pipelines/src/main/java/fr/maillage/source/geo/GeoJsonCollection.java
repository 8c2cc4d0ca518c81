package fr.maillage.source.geo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.SourceFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** A GeoJSON feature collection, read one feature after the other. */
final class GeoJsonCollection implements Closeable {

    // A commune's contour is one feature of a few hundred kilobytes; numbers and depth are small.
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(50).build())
            .build());

    private final String name;
    private final JsonParser parser;
    private boolean inFeatures;
    private String crs;

    GeoJsonCollection(SourceFile file) throws IOException {
        this.name = file.name();
        InputStream content = file.open();
        this.parser = JSON.createParser(content);
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw broken("is no JSON object", null);
        }
    }

    /** The next feature as it stands; null after the last one, when the whole file has been read. */
    JsonNode next() {
        try {
            if (!inFeatures && !enterFeatures()) {
                return null;
            }
            if (parser.nextToken() != JsonToken.END_ARRAY) {
                return parser.readValueAsTree();
            }
            inFeatures = false;
            return next();
        } catch (JsonProcessingException e) {
            throw broken("is cut or no JSON" + place(e.getLocation()), e);
        } catch (IOException e) {
            throw broken("cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads members until the features begin; false at the end of the file. */
    private boolean enterFeatures() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (member.equals("features") && value == JsonToken.START_ARRAY) {
                inFeatures = true;
                return true;
            }
            if (member.equals("crs") && value == JsonToken.START_OBJECT) {
                JsonNode told = parser.readValueAsTree();
                crs = told.path("properties").path("name").asText(null);
            } else {
                parser.skipChildren();
            }
        }
        if (parser.currentToken() == null) {
            throw broken("ends too early", null);
        }
        return false;
    }

    /** Member crs, if it has been read. */
    String crs() {
        return crs;
    }

    /** Where it was found out; the parser does not know when its own limits are passed. */
    private static String place(JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private BrokenFile broken(String what, Exception cause) {
        return new BrokenFile(name + " " + what, cause);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
