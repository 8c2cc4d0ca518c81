package fr.maillage.serving;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Names that look like the one a person typed. */
public final class NearestNames {

    private static final int AT_MOST = 3;

    private NearestNames() {}

    /** The nearest first; those that contain what was typed come before those that are only spelt alike. */
    public static List<String> list(String typed, Collection<String> names) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return names.stream()
                .sorted(Comparator.comparingInt((String name) -> distance(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(AT_MOST)
                .toList();
    }

    private static int distance(String wanted, String name) {
        String last = name.substring(name.indexOf('.') + 1);
        String wantedLast = wanted.substring(wanted.indexOf('.') + 1);
        int spelling = LevenshteinDistance.getDefaultInstance().apply(wantedLast, last);
        return last.contains(wantedLast) ? Math.min(1, spelling) : spelling;
    }
}
