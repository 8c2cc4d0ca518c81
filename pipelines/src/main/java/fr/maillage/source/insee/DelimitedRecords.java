package fr.maillage.source.insee;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.SourceRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

/** The lines of a delimited file, each put in the order of the bronze contract; an absent column is null. */
final class DelimitedRecords implements RecordIterator {

    private static final int LONGEST_CELL = 100_000;

    private final String name;
    private final Header header;
    private final int[] positions;
    private final CsvParser parser;
    private String[] next;

    DelimitedRecords(Reader text, String name, TableContract table) throws IOException {
        this.name = name;
        BufferedReader lines = new BufferedReader(text, 1 << 16);
        this.header = Header.of(firstLine(lines));
        this.positions =
                table.columns().stream().mapToInt(header.columns()::indexOf).toArray();
        this.parser = new CsvParser(settings(header.delimiter()));
        parser.beginParsing(lines);
        advance();
    }

    List<String> columns() {
        return header.columns();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public SourceRecord next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        String[] cells = next;
        // The header was read before the parser started: the parser's first line is the file's second.
        long line = parser.getContext().currentRecord() + 1;
        advance();
        if (cells.length != header.columns().size()) {
            return SourceRecord.unreadable(
                    line, "largeur_de_ligne", String.join(String.valueOf(header.delimiter()), texts(cells)));
        }
        return SourceRecord.of(line, values(cells));
    }

    @Override
    public void close() {
        parser.stopParsing();
    }

    private void advance() {
        try {
            next = parser.parseNext();
        } catch (TextParsingException | IllegalStateException e) {
            throw new BrokenFile(
                    name + " cannot be read after line " + (parser.getContext().currentRecord() + 1)
                            + ": it is cut short or damaged",
                    e);
        }
    }

    private String firstLine(BufferedReader lines) {
        try {
            String line = lines.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new BrokenFile(name + " cannot be read: it is cut short or damaged", e);
        }
    }

    private Object[] values(String[] cells) {
        Object[] values = new Object[positions.length];
        for (int i = 0; i < positions.length; i++) {
            values[i] = positions[i] < 0 ? null : cells[positions[i]];
        }
        return values;
    }

    private static List<String> texts(String[] cells) {
        return Arrays.stream(cells).map(cell -> cell == null ? "" : cell).toList();
    }

    private static CsvParserSettings settings(char delimiter) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(delimiter);
        settings.getFormat().setLineSeparator("\n");
        settings.setMaxCharsPerColumn(LONGEST_CELL);
        settings.setCommentProcessingEnabled(false);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setReadInputOnSeparateThread(false);
        return settings;
    }
}
