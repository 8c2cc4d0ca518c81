package fr.maillage.schemas;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * One column of a table and what it promises.
 *
 * @param unit unit of measure, empty when the value has none
 * @param codeList name of the closed list the value comes from, empty when there is none
 * @param historique false when a change of this value alone is not a new version of the entity
 * @param secrecy which statistical secrecy rule protects the value, empty when it counts nobody
 */
public record Field(
        String name,
        FieldType type,
        String title,
        String titleEn,
        String description,
        String unit,
        String codeList,
        Access access,
        boolean historique,
        String secrecy,
        Constraints constraints)
        implements Serializable {

    /**
     * What a value must satisfy; a broken constraint rejects the row.
     *
     * @param minimum smallest value allowed, null when there is none
     * @param maximum largest value allowed, null when there is none
     * @param pattern regular expression the whole text must match, null when there is none
     * @param oneOf the only values allowed, empty when any is
     */
    public record Constraints(boolean required, String pattern, Double minimum, Double maximum, List<String> oneOf)
            implements Serializable {

        /** A column that promises nothing. */
        public static final Constraints NONE = new Constraints(false, null, null, null, List.of());
    }

    /** The title in the asked language, French when there is no English one. */
    public String title(boolean english) {
        return english && !titleEn.isEmpty() ? titleEn : title;
    }

    /** The unit, when the value has one. */
    public Optional<String> knownUnit() {
        return Optional.of(unit).filter(text -> !text.isEmpty());
    }
}
