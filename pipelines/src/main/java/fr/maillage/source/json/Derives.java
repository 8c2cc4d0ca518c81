package fr.maillage.source.json;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a record is not as its contract says, counted by path and kind with one value as an example; new codes one by one.
 *
 * <p>A record that differs in everything does not grow without end: past {@link #MOST} paths the others are counted
 * under one name.
 */
final class Derives {

    static final String INCONNU = "inconnu";
    static final String ABSENT = "absent";
    static final String RETYPE = "retype";
    static final String CODE_NOUVEAU = "code_nouveau";
    static final String EN_DOUBLE = "en_double";

    private static final int MOST = 200;
    private static final int LONGEST = 80;
    private static final String OTHERS = "…";

    private record Where(String chemin, String genre, String code) {}

    private static final class Found {
        private long times;
        private String exemple;
    }

    private final Map<Where, Found> found = new LinkedHashMap<>();

    void add(String chemin, String genre, String exemple) {
        Where where = new Where(cut(chemin), genre, genre.equals(CODE_NOUVEAU) ? cut(exemple) : null);
        if (found.size() >= MOST && !found.containsKey(where)) {
            where = new Where(OTHERS, genre, null);
        }
        Found entry = found.computeIfAbsent(where, any -> new Found());
        entry.times++;
        if (entry.exemple == null) {
            entry.exemple = cut(exemple);
        }
    }

    /** As values of the bronze column; null when the record is as it should be. */
    Object[][] values() {
        if (found.isEmpty()) {
            return null;
        }
        return found.entrySet().stream()
                .map(entry -> new Object[] {
                    entry.getKey().chemin(), entry.getKey().genre(), entry.getValue().times, entry.getValue().exemple
                })
                .toArray(Object[][]::new);
    }

    private static String cut(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + OTHERS;
    }
}
