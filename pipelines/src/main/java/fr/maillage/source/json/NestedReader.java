package fr.maillage.source.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One record's JSON as nested values in the order of its contract, every one the text that was published.
 *
 * <p>What is not as the contract says is kept where it can be and told: a number or an object where a text stands keeps
 * its text, one object stands for a list of one, an unknown field is passed over.
 */
final class NestedReader {

    private static final int DEEPEST = 60;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final byte[] bytes;
    private final JsonParser json;
    private final Derives derives;

    private NestedReader(byte[] bytes, JsonParser json, Derives derives) {
        this.bytes = bytes;
        this.json = json;
        this.derives = derives;
    }

    /**
     * The values of an object.
     *
     * @throws IOException when it is no JSON, or nested too deep
     */
    static Object[] read(byte[] bytes, Shape shape, Derives derives) throws IOException {
        try (JsonParser json = JSON.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not an object");
            }
            Object[] values = new NestedReader(bytes, json, derives).object(shape);
            if (json.nextToken() != null) {
                throw new IOException("text after the object");
            }
            return values;
        }
    }

    private Object[] object(Shape shape) throws IOException {
        Object[] values = new Object[shape.size()];
        long seen = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            int place = shape.place(name);
            JsonToken token = json.nextToken();
            if (place < 0) {
                derives.add(shape.inside(name), Derives.INCONNU, raw(token));
            } else {
                if ((seen & 1L << place) != 0) {
                    derives.add(shape.inside(name), Derives.EN_DOUBLE, null);
                }
                seen |= 1L << place;
                values[place] = value(shape.member(place), token);
            }
        }
        long missing = shape.expected() & ~seen;
        for (int place = 0; missing != 0; place++, missing >>>= 1) {
            if ((missing & 1) != 0) {
                derives.add(shape.member(place).path(), Derives.ABSENT, null);
            }
        }
        return values;
    }

    private Object value(Shape shape, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (shape.type()) {
            case OBJECT -> onlyObject(shape, token);
            case ARRAY -> objects(shape, token);
            case TEXTS -> texts(shape, token);
            default -> text(shape, token);
        };
    }

    private String text(Shape shape, JsonToken token) throws IOException {
        String text = raw(token);
        if (token != JsonToken.VALUE_STRING) {
            derives.add(shape.path(), Derives.RETYPE, text);
        } else if (shape.isNewCode(text)) {
            derives.add(shape.path(), Derives.CODE_NOUVEAU, text);
        }
        return text;
    }

    private Object[] onlyObject(Shape shape, JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            return object(shape);
        }
        if (token != JsonToken.START_ARRAY) {
            derives.add(shape.path(), Derives.RETYPE, raw(token));
            return null;
        }
        List<Object[]> list = list(shape);
        derives.add(shape.path(), Derives.RETYPE, "[" + list.size() + "]");
        return list.isEmpty() ? null : list.get(0);
    }

    private Object[][] objects(Shape shape, JsonToken token) throws IOException {
        if (token == JsonToken.START_ARRAY) {
            return list(shape).toArray(Object[][]::new);
        }
        if (token == JsonToken.START_OBJECT) {
            derives.add(shape.path(), Derives.RETYPE, "{}");
            return new Object[][] {object(shape)};
        }
        derives.add(shape.path(), Derives.RETYPE, raw(token));
        return null;
    }

    private List<Object[]> list(Shape shape) throws IOException {
        List<Object[]> list = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                list.add(object(shape));
            } else {
                derives.add(shape.path() + "[]", Derives.RETYPE, raw(token));
            }
        }
        return list;
    }

    private String[] texts(Shape shape, JsonToken first) throws IOException {
        if (first != JsonToken.START_ARRAY) {
            derives.add(shape.path(), Derives.RETYPE, null);
            return new String[] {raw(first)};
        }
        List<String> texts = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            texts.add(token == JsonToken.VALUE_NULL ? null : text(shape, token));
        }
        return texts.toArray(String[]::new);
    }

    /** A value as it stands: the text of a string, else the JSON itself. */
    private String raw(JsonToken token) throws IOException {
        if (!token.isStructStart()) {
            return json.getText();
        }
        int start = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        int end = (int) json.currentLocation().getByteOffset();
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
