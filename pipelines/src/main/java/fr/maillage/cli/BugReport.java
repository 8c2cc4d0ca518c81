package fr.maillage.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the trace of what should not have happened in a file, and tells it in one line. */
final class BugReport {

    private BugReport() {}

    static String write(Throwable bug) {
        StringWriter trace = new StringWriter();
        bug.printStackTrace(new PrintWriter(trace));
        String line = "A bug, not your doing: " + bug.getClass().getSimpleName() + ": "
                + String.valueOf(bug.getMessage()).lines().findFirst().orElse("");
        try {
            Path file = Files.createTempFile("maillage-bug-", ".log");
            Files.writeString(file, trace.toString());
            return line + ". Please report it with " + file;
        } catch (IOException e) {
            return line + System.lineSeparator() + trace;
        }
    }
}
