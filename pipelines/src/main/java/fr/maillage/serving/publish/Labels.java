package fr.maillage.serving.publish;

import fr.maillage.schemas.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Titles of columns as names of columns: unique in their table, and no longer than PostgreSQL keeps. */
final class Labels {

    /** PostgreSQL cuts longer names without a word; two that differ after it would be one. */
    private static final int LONGEST_BYTES = 63;

    private Labels() {}

    /** The label of each field in the asked language; the second of two equal ones carries its column's name. */
    static List<String> unique(List<Field> fields, boolean english) {
        Set<String> taken = new HashSet<>();
        List<String> labels = new ArrayList<>();
        for (Field field : fields) {
            String label = cut(field.title(english));
            if (!taken.add(label)) {
                label = cut(field.title(english), " (" + field.name() + ")");
                taken.add(label);
            }
            labels.add(label);
        }
        return labels;
    }

    private static String cut(String label) {
        return bytes(label) <= LONGEST_BYTES ? label : cut(label, "…");
    }

    private static String cut(String label, String end) {
        String kept = label;
        while (bytes(kept + end) > LONGEST_BYTES) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept.stripTrailing() + end;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
