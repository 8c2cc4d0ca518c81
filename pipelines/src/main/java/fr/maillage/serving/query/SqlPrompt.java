package fr.maillage.serving.query;

import fr.maillage.MaillageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A prompt for queries, with a history that outlives it and completion of names. A query ends with a semicolon. */
public final class SqlPrompt {

    private static final Set<String> LEAVE = Set.of("quit", "exit", "\\q");

    private final SqlSession session;
    private final WarehouseViews views;
    private final PrintWriter err;
    private final Path history;

    public SqlPrompt(SqlSession session, WarehouseViews views, PrintWriter err) {
        this(session, views, err, stateFolder().resolve("maillage").resolve("sql-history"));
    }

    SqlPrompt(SqlSession session, WarehouseViews views, PrintWriter err, Path history) {
        this.history = history;
        this.session = session;
        this.views = views;
        this.err = err;
    }

    /** Reads queries until the person leaves; a wrong query is told and the prompt stays. */
    public void run() {
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            run(reader(terminal));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void run(LineReader reader) {
        err.println("One query at a time, ended by a semicolon. Names: Tab. Leave: quit or Ctrl-D.");
        while (true) {
            String line;
            try {
                line = reader.readLine("maillage> ").strip();
            } catch (UserInterruptException e) {
                continue;
            } catch (EndOfFileException e) {
                return;
            }
            if (LEAVE.contains(withoutEnd(line))) {
                return;
            }
            if (!withoutEnd(line).isEmpty()) {
                answer(line);
            }
        }
    }

    LineReader reader(Terminal terminal) throws IOException {
        Files.createDirectories(history.getParent());
        return LineReaderBuilder.builder()
                .appName("maillage")
                .terminal(terminal)
                .parser(new UntilSemicolon())
                .completer(new NameCompleter(views.tableNames(), views.columnNames()))
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "     ...> ")
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }

    private void answer(String query) {
        try {
            session.answer(query);
        } catch (MaillageException e) {
            err.println(e.getMessage());
        }
    }

    /** Where the system wants programs to keep such things. */
    private static Path stateFolder() {
        String state = System.getenv("XDG_STATE_HOME");
        return state == null || state.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
    }

    private static String withoutEnd(String line) {
        return line.endsWith(";") ? line.substring(0, line.length() - 1).strip() : line;
    }

    /** Asks for more lines until the query is ended; quotes and dots are part of the words to complete. */
    static final class UntilSemicolon extends DefaultParser {

        UntilSemicolon() {
            setQuoteChars(new char[0]);
            setEscapeChars(new char[0]);
        }

        @Override
        public ParsedLine parse(String line, int cursor, ParseContext context) {
            String text = line.strip();
            boolean ended = text.isEmpty() || text.endsWith(";") || LEAVE.contains(text);
            if (context == ParseContext.ACCEPT_LINE && !ended) {
                throw new EOFError(-1, -1, "The query has no semicolon yet");
            }
            return super.parse(line, cursor, context);
        }

        @Override
        public boolean isDelimiterChar(CharSequence buffer, int position) {
            return Character.isWhitespace(buffer.charAt(position)) || "(),=<>".indexOf(buffer.charAt(position)) >= 0;
        }
    }
}
