package fr.maillage.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Fields that hold fields, as bronze contracts declare them: {@code type: object} with {@code fields}, or {@code type:
 * array} with {@code items}, which are texts or objects.
 *
 * <p>Only bronze has them: a document is kept there as it is, and taken apart on the way to silver, which stays flat.
 */
final class NestedFields {

    private NestedFields() {}

    /** The type a field declares; a list of texts is a type of its own. */
    static FieldType type(JsonNode field) {
        FieldType declared = FieldType.of(field.path("type").asText("string"));
        boolean ofTexts = field.path("items").path("type").asText("object").equals("string");
        return declared == FieldType.ARRAY && ofTexts ? FieldType.TEXTS : declared;
    }

    /** The fields an object, or each item of an array, is made of. */
    static Stream<JsonNode> members(JsonNode field) {
        JsonNode members = field.has("items") ? field.path("items").path("fields") : field.path("fields");
        return StreamSupport.stream(members.spliterator(), false);
    }

    static void check(String name, FieldType type, List<Field> fields, Layer layer) {
        if (type.isNested() && layer != Layer.BRONZE) {
            throw new IllegalArgumentException(name + " is nested, which only bronze may be");
        }
        if (type.isNested() == fields.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " is of type " + type.word() + " and holds " + fields.size() + " fields");
        }
        if (fields.stream().map(Field::name).distinct().count() < fields.size()) {
            throw new IllegalArgumentException(name + " holds a field twice");
        }
    }
}
