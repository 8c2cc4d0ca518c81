package fr.maillage.serving.publish;

import fr.maillage.MaillageException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL database is, and how to enter it.
 *
 * <p>The password comes from the environment only ({@code MAILLAGE_JDBC_PASSWORD}, else {@code PGPASSWORD}): an address
 * is seen in process lists, histories and logs.
 */
record PostgresAddress(String url, Map<String, String> environment) {

    private static final Pattern PASSWORD = Pattern.compile("(?i)[?&](ssl)?password=|//[^/@]*:[^/@]*@");

    PostgresAddress {
        if (PASSWORD.matcher(url).find()) {
            throw new MaillageException("Cannot publish to a PostgreSQL address that holds a password:"
                    + " others can read it. Put it in MAILLAGE_JDBC_PASSWORD and take it out of the address.");
        }
    }

    Connection connect() {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "maillage publish");
        String password = environment.getOrDefault("MAILLAGE_JDBC_PASSWORD", environment.get("PGPASSWORD"));
        if (password != null) {
            properties.setProperty("password", password);
        }
        if (!url.contains("user=") && environment.containsKey("PGUSER")) {
            properties.setProperty("user", environment.get("PGUSER"));
        }
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException e) {
            throw new MaillageException(
                    "Cannot publish to " + this + ": "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("no connection")
                            + " Check the address, and the password in MAILLAGE_JDBC_PASSWORD.",
                    e);
        }
    }

    /** The address without its options, for messages. */
    @Override
    public String toString() {
        return url.replaceAll("\\?.*", "");
    }
}
