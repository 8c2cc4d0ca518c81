package fr.maillage.warehouse;

import fr.maillage.MaillageException;
import fr.maillage.schemas.ForeignKey;
import fr.maillage.schemas.Layer;
import fr.maillage.schemas.TableContract;
import java.util.List;
import java.util.function.Function;

/**
 * What must hold of a table before it replaces yesterday's: questions to the files just written, before anyone sees them.
 *
 * @param relations where the accepted rows of another table stand, by its id
 */
record Checks(FileQueries queries, Function<String, String> relations) {

    /** @throws MaillageException when the table may not be published, with the rule and examples */
    void pass(TableContract table, String relation, Measured measured) {
        if (table.layer() == Layer.GOLD && !measured.rules().isEmpty()) {
            throw refused(table, "rows break " + measured.rules() + ", which a gold table may not");
        }
        long all = measured.rows() + measured.rejected();
        if (measured.rejected() > table.maxRejected() * all) {
            throw refused(
                    table,
                    measured.rejected() + " of " + all + " rows are rejected " + measured.rules()
                            + "; the file is probably not what it was taken for");
        }
        String seen = table.layer() == Layer.GOLD ? relation : accepted(relation);
        if (!table.primaryKey().isEmpty()) {
            checkUnique(table, seen);
        }
        table.foreignKeys().forEach(key -> checkReference(table, key, seen));
    }

    /** The rows of a relation that readers see. */
    static String accepted(String relation) {
        return "(SELECT * FROM " + relation + " WHERE NOT _rejete)";
    }

    private void checkUnique(TableContract table, String seen) {
        String key = FileQueries.names(table.primaryKey());
        List<List<Object>> twice = queries.rows(
                "SELECT " + key + ", count(*) FROM " + seen + " GROUP BY " + key + " HAVING count(*) > 1 LIMIT 3");
        if (!twice.isEmpty()) {
            throw refused(table, "its key " + table.primaryKey() + " is not unique, for example " + twice);
        }
    }

    private void checkReference(TableContract table, ForeignKey key, String seen) {
        String others = relations.apply(key.table());
        if (others == null) {
            throw refused(table, key.table() + ", which it refers to, has no rows");
        }
        String mine = FileQueries.names(key.fields());
        String known = "(SELECT DISTINCT " + FileQueries.names(key.references()) + " FROM " + others + ")";
        String notNull = String.join(
                " AND ",
                key.fields().stream()
                        .map(column -> FileQueries.name(column) + " IS NOT NULL")
                        .toList());
        List<List<Object>> unknown = queries.rows("SELECT DISTINCT " + mine + " FROM " + seen + " WHERE " + notNull
                + " AND (" + mine + ") NOT IN " + known + " LIMIT 3");
        if (!unknown.isEmpty()) {
            throw refused(table, key.fields() + " is not in " + key.table() + ", for example " + unknown);
        }
    }

    private static MaillageException refused(TableContract table, String why) {
        return new MaillageException("Cannot build " + table.id() + ": " + why
                + ". The former table stays; mend the source or the rule, then run build again.");
    }
}
