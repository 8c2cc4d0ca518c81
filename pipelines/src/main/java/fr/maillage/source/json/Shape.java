package fr.maillage.source.json;

import fr.maillage.schemas.Field;
import fr.maillage.schemas.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A field of a nested contract, ready to be looked up while a document is read. */
final class Shape {

    /** Objects are counted in the bits of a long. */
    private static final int MOST_MEMBERS = 64;

    private final String path;
    private final FieldType type;
    private final Set<String> codes;
    private final Shape[] members;
    private final long expected;
    private final Map<String, Integer> places = new ConcurrentHashMap<>();

    private Shape(String path, Field field) {
        this.path = path;
        this.type = field.type();
        this.codes = Set.copyOf(field.constraints().oneOf());
        List<Field> fields = field.fields();
        if (fields.size() > MOST_MEMBERS) {
            throw new IllegalArgumentException(path + " has more than " + MOST_MEMBERS + " fields");
        }
        this.members = new Shape[fields.size()];
        long required = 0;
        for (int i = 0; i < members.length; i++) {
            members[i] = new Shape(inside(fields.get(i).name()), fields.get(i));
            places.put(fields.get(i).name(), i);
            required |= fields.get(i).optional() ? 0 : 1L << i;
        }
        this.expected = required;
    }

    static Shape of(String path, Field field) {
        return new Shape(path, field);
    }

    String path() {
        return path;
    }

    FieldType type() {
        return type;
    }

    Shape member(int place) {
        return members[place];
    }

    int size() {
        return members.length;
    }

    /** The members that every object should have, as bits. */
    long expected() {
        return expected;
    }

    /** Where a name of the document stands among the members, whatever its capitals; -1 when it does not. */
    int place(String name) {
        Integer place = places.get(name);
        if (place == null) {
            place = places.get(name.toLowerCase(Locale.ROOT));
            if (place != null && places.size() < 4 * MOST_MEMBERS) {
                places.put(name, place);
            }
        }
        return place == null ? -1 : place;
    }

    boolean isNewCode(String text) {
        return !codes.isEmpty() && !codes.contains(text);
    }

    /** The path of something inside. */
    String inside(String name) {
        return path + (type == FieldType.ARRAY ? "[]." : ".") + name;
    }
}
