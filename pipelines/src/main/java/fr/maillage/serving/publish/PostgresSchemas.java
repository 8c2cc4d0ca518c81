package fr.maillage.serving.publish;

import fr.maillage.MaillageException;
import fr.maillage.serving.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The schemas of a published PostgreSQL database in their three lives: new, shown, old. */
final class PostgresSchemas {

    /** Every schema of ours says so, so that none of somebody else's is ever replaced. */
    private static final String MARK = "maillage, publication ";
    /** "maillage" on a telephone keypad: the lock that lets one publish in at a time. */
    private static final long LOCK = 62_455_243L;

    private final Connection connection;
    private final List<String> names;

    PostgresSchemas(Connection connection, List<String> names) {
        this.connection = connection;
        this.names = names;
    }

    static String newName(String schema) {
        return "maillage_neuf_" + schema;
    }

    static String oldName(String schema) {
        return "maillage_ancien_" + schema;
    }

    List<String> names() {
        return names;
    }

    void lock() throws SQLException {
        if (!list("SELECT pg_try_advisory_lock(" + LOCK + ")::text").equals(List.of("true"))) {
            throw new MaillageException(
                    "Cannot publish: another publish is writing this database. Wait for it to end.");
        }
    }

    /** The system would do it when the session ends, but a little later than the program. */
    void unlock() throws SQLException {
        list("SELECT pg_advisory_unlock(" + LOCK + ")");
    }

    void checkOwnership() throws SQLException {
        List<String> foreign = list("SELECT nspname FROM pg_namespace WHERE nspname IN (" + Sql.literals(names)
                + ") AND coalesce(obj_description(oid, 'pg_namespace'), '') NOT LIKE '" + MARK + "%'");
        if (!foreign.isEmpty()) {
            throw new MaillageException("Cannot publish: the schema " + String.join(", ", foreign)
                    + " of this database was not made by publish. Rename it, or publish to a database of its own.");
        }
    }

    void createNew(long publication) throws SQLException {
        for (String name : names) {
            String schema = Sql.identifier(newName(name));
            execute("CREATE SCHEMA " + schema);
            execute("COMMENT ON SCHEMA " + schema + " IS " + Sql.literal(MARK + publication));
        }
    }

    /** Whoever could read a schema and a table of the shown state can read those that take their place. */
    void copyRights() throws SQLException {
        for (String name : names) {
            List<String> grants = list("SELECT 'GRANT USAGE ON SCHEMA " + Sql.identifier(newName(name))
                    + " TO ' || CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END"
                    + " FROM pg_namespace n, aclexplode(n.nspacl) a WHERE n.nspname = " + Sql.literal(name)
                    + " AND a.privilege_type = 'USAGE' AND a.grantee <> n.nspowner");
            grants.addAll(list("SELECT 'GRANT SELECT ON " + Sql.identifier(newName(name))
                    + ".' || quote_ident(c.relname) || ' TO '"
                    + " || CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END"
                    + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) a"
                    + " WHERE n.nspname = " + Sql.literal(name)
                    + " AND c.relkind IN ('r', 'v') AND a.privilege_type = 'SELECT' AND a.grantee <> c.relowner"
                    + " AND EXISTS (SELECT 1 FROM pg_class d JOIN pg_namespace m ON m.oid = d.relnamespace"
                    + " WHERE m.nspname = " + Sql.literal(newName(name)) + " AND d.relname = c.relname)"));
            for (String grant : grants) {
                execute(grant);
            }
        }
    }

    /** Tables and views of the shown state, which readers may be using. */
    List<String> shownTables() throws SQLException {
        return list("SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) FROM pg_class c"
                + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE c.relkind IN ('r', 'v') AND n.nspname IN (" + Sql.literals(names) + ") ORDER BY 1");
    }

    boolean exists(String schema) throws SQLException {
        return !list("SELECT nspname FROM pg_namespace WHERE nspname = " + Sql.literal(schema))
                .isEmpty();
    }

    /** Removes what a former publish that failed left behind. Nobody reads it. */
    void dropNew() throws SQLException {
        for (String name : names) {
            execute("DROP SCHEMA IF EXISTS " + Sql.identifier(newName(name)) + " CASCADE");
        }
    }

    /** Removes the states before; one that somebody built upon stays, with a warning that says who. */
    List<String> dropOld() throws SQLException {
        List<String> warnings = new ArrayList<>();
        for (List<String> state : oldStates()) {
            List<String> dependents = dependents(state);
            if (dependents.isEmpty()) {
                execute("DROP SCHEMA " + String.join(", ", state) + " CASCADE");
            } else {
                warnings.add("A former state stays in the schemas " + String.join(", ", state) + ": "
                        + String.join(", ", dependents)
                        + " still reads it. Make it read fr, en, gold or silver anew, then publish.");
            }
        }
        return warnings;
    }

    /** Schemas of former states of ours, those that were shown together in one list. */
    private Collection<List<String>> oldStates() throws SQLException {
        Map<String, List<String>> states = new TreeMap<>();
        for (String schema : list("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'maillage\\_ancien\\_%'"
                + " AND obj_description(oid, 'pg_namespace') LIKE '" + MARK + "%'")) {
            states.computeIfAbsent(schema.replaceAll("\\D", ""), when -> new ArrayList<>())
                    .add(schema);
        }
        return states.values();
    }

    /** Views elsewhere that read a table or view of these schemas. */
    private List<String> dependents(List<String> schemas) throws SQLException {
        String ours = Sql.literals(schemas);
        return list("SELECT DISTINCT v.oid::regclass::text FROM pg_depend d"
                + " JOIN pg_rewrite r ON r.oid = d.objid AND d.classid = 'pg_rewrite'::regclass"
                + " JOIN pg_class v ON v.oid = r.ev_class JOIN pg_namespace vn ON vn.oid = v.relnamespace"
                + " JOIN pg_class t ON t.oid = d.refobjid JOIN pg_namespace tn ON tn.oid = t.relnamespace"
                + " WHERE tn.nspname IN (" + ours + ") AND vn.nspname NOT IN (" + ours + ") ORDER BY 1");
    }

    List<String> list(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                values.add(result.getString(1));
            }
        }
        return values;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
