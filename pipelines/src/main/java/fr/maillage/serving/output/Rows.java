package fr.maillage.serving.output;

import java.util.Iterator;
import java.util.List;

/**
 * An answer to be shown: named columns, and rows read one at a time.
 *
 * @param rows values are texts, numbers, booleans, dates, lists, bytes or null
 */
public record Rows(List<Column> columns, Iterator<List<Object>> rows) {

    /**
     * A column of an answer.
     *
     * @param number true when its values are numbers, which are aligned on the right
     */
    public record Column(String name, boolean number) {

        public static Column text(String name) {
            return new Column(name, false);
        }

        public static Column number(String name) {
            return new Column(name, true);
        }
    }

    public static Rows of(List<Column> columns, List<List<Object>> rows) {
        return new Rows(columns, rows.iterator());
    }
}
