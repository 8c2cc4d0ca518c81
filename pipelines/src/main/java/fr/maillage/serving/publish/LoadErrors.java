package fr.maillage.serving.publish;

import fr.maillage.MaillageException;
import java.sql.SQLException;

/** Turns what a database says while it is loaded into one line that helps. */
final class LoadErrors {

    private LoadErrors() {}

    static MaillageException explain(SQLException e, String where) {
        String message = String.valueOf(e.getMessage()).strip();
        String line = message.lines().findFirst().orElse("").replaceAll("\\.$", "");
        if (message.contains("not found in FROM clause") || message.contains("Binder Error")) {
            return refusal(where, "a table was built under another contract (" + line + ")", "Run: maillage build", e);
        }
        if (message.contains("No files found") || message.contains("No such file")) {
            return refusal(where, "a file of the publication is missing (" + line + ")", "Run: maillage build", e);
        }
        return refusal(where, line, "The database still shows what it showed before; mend that and publish again", e);
    }

    private static MaillageException refusal(String where, String why, String mend, SQLException cause) {
        return new MaillageException("Cannot publish to " + where + ": " + why + ". " + mend + ".", cause);
    }
}
