package fr.maillage.schemas;

import java.io.Serializable;

/**
 * A problem a row can have, beyond the constraints of its columns.
 *
 * @param message what a person reads, in French, with what to do
 * @param messageEn the same in English
 */
public record Rule(String name, Severity severity, String message, String messageEn) implements Serializable {

    /** What becomes of a row that breaks a rule. */
    public enum Severity {
        /** The row is set aside: readers do not see it. */
        REJECT,
        /** The row stays and says what is doubtful about it. */
        FLAG
    }
}
