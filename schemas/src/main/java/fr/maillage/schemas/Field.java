package fr.maillage.schemas;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One column of a table and what it promises.
 *
 * @param unit unit of measure, empty when the value has none
 * @param codeList name of the closed list the value comes from, empty when there is none
 * @param historique false when a change of this value alone is not a new version of the entity
 * @param secrecy which statistical secrecy rule protects the value, empty when it counts nobody
 * @param optional of a field inside an object: whether documents may leave it out; its absence is then no news
 * @param fields what an object, or each object of an array, is made of; empty for a flat value
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
        Constraints constraints,
        boolean optional,
        List<Field> fields)
        implements Serializable {

    /** A flat column. */
    public Field(
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
            Constraints constraints) {
        this(
                name,
                type,
                title,
                titleEn,
                description,
                unit,
                codeList,
                access,
                historique,
                secrecy,
                constraints,
                false,
                List.of());
    }

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

    /** This field and those inside it by their paths, as {@code pmej.ege[].siret}, outer ones first. */
    public Map<String, Field> byPath() {
        Map<String, Field> paths = new LinkedHashMap<>();
        paths.put(name, this);
        String inside = name + (type == FieldType.ARRAY ? "[]." : ".");
        for (Field field : fields) {
            field.byPath().forEach((path, member) -> paths.put(inside + path, member));
        }
        return paths;
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
