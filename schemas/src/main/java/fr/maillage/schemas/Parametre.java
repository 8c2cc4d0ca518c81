package fr.maillage.schemas;

import java.time.LocalDate;

/**
 * A value a person may change without touching code: a threshold, a date, a rule's exclusions.
 *
 * @param name as written in {@code schemas/parametres.yaml} and after {@code --set}
 * @param source the paper, guide and line, or standard the default comes from
 */
public record Parametre<T>(
        String name, Class<T> type, String unit, String byDefault, String source, String title, String titleEn) {

    /** The default, typed. */
    public T value() {
        return parse(byDefault);
    }

    /**
     * Reads a value given by a person.
     *
     * @throws IllegalArgumentException when the text is not of the parameter's type, with what was expected
     */
    public T parse(String text) {
        try {
            return type.cast(typed(text.strip()));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "parameter " + name + " takes a " + type.getSimpleName() + ", not '" + text + "'", e);
        }
    }

    private Object typed(String text) {
        if (type == Long.class) {
            return Long.valueOf(text);
        }
        if (type == Double.class) {
            return Double.valueOf(text);
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        return text;
    }
}
