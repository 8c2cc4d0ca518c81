package fr.maillage.source.finess;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One record of the FINESS XML flow: an element and its children.
 *
 * @param line line on which it starts, from 1
 * @param values texts of the children by name, in the file's order; null for one that is empty or nil
 */
record FluxElement(String name, long line, Map<String, String> values) {

    boolean isNamed(String wanted) {
        return name.equals(wanted);
    }

    /** Whether it has a child of one of these names, empty or not. */
    boolean hasOneOf(String... children) {
        return Set.of(children).stream().anyMatch(values::containsKey);
    }

    /** Whether it has no other children than these. */
    boolean hasOnly(String... children) {
        return Set.of(children).containsAll(values.keySet());
    }

    /** The record in one line, for a person. */
    String text() {
        return values.entrySet().stream()
                .map(child -> child.getKey() + "=" + (child.getValue() == null ? "" : child.getValue()))
                .collect(Collectors.joining("; ", name + ": ", ""));
    }
}
