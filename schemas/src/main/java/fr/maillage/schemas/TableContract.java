package fr.maillage.schemas;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What a table promises to those who read it: one file of {@code schemas/}, in Java.
 *
 * @param grain what one row is
 * @param partition column by which the table is rebuilt in parts, empty when it is rebuilt whole
 * @param maxRejected share of rejected rows past which the file is wrong rather than its rows; 1 where people fill in the
 *     lines, so that a bad upload never holds back good ones
 * @param digest of the contract's text: a changed contract makes the table out of date
 */
public record TableContract(
        Layer layer,
        String name,
        int version,
        String title,
        String titleEn,
        String description,
        String grain,
        Access access,
        String partition,
        List<String> primaryKey,
        List<ForeignKey> foreignKeys,
        List<Rule> rules,
        double maxRejected,
        List<Field> fields,
        String digest)
        implements Serializable {

    /** The share where a contract says nothing. */
    public static final double MAX_REJECTED = 0.5;

    /** The name of a table in paths, plans and messages: {@code silver/commune}. */
    public String id() {
        return layer.database() + "/" + name;
    }

    /** The name of a table in queries: {@code silver.commune}. */
    public String sqlName() {
        return layer.database() + "." + name;
    }

    public Optional<Field> find(String column) {
        return fields.stream().filter(field -> field.name().equals(column)).findFirst();
    }

    /** Column names, in the contract's order. */
    public List<String> columns() {
        return fields.stream().map(Field::name).toList();
    }

    /** The title in the asked language, French when there is no English one. */
    public String title(boolean english) {
        return english && !titleEn.isEmpty() ? titleEn : title;
    }

    /** The same table in the same words: readers ask it of every line, so that fields are not compared one by one. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TableContract contract
                && name.equals(contract.name)
                && layer == contract.layer
                && digest.equals(contract.digest);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
