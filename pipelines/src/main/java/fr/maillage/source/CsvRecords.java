package fr.maillage.source;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The records of a delimited text, header included, each with the line it starts on.
 *
 * <p>Values are texts as they stand: nothing is trimmed, an empty value is an empty text. Quotes may hold separators and
 * line ends; a quote in the middle of a value is but a character. Blank lines are no records. A quote that is opened and
 * never closed spoils its own line, not the rest of the file.
 */
public final class CsvRecords implements Iterator<CsvRecords.Line>, Closeable {

    /**
     * One record.
     *
     * @param number line on which it starts, from 1
     * @param text the record as it stands in the file
     */
    public record Line(long number, String[] values, String text) {}

    /** A quoted value does not hold more lines than this: a quote was forgotten. */
    private static final int MOST_LINES = 50;

    private final TextReader text;
    private final BufferedReader lines;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final CsvParser parser;
    private final char separator;
    private long number;
    private Line next;

    private CsvRecords(TextReader text, char separator) throws IOException {
        this.text = text;
        this.lines = new BufferedReader(text, 1 << 16);
        this.separator = separator;
        this.parser = new CsvParser(settings(separator));
        this.next = read();
    }

    /** Separated by the character that stands most often in the first line: semicolon, comma, tab or bar. */
    public static CsvRecords open(SourceFile file) throws IOException {
        try (InputStream content = file.open()) {
            byte[] start = content.readNBytes(Probe.HEAD);
            return open(file, Separators.of(Texts.decode(start)));
        }
    }

    public static CsvRecords open(SourceFile file, char separator) throws IOException {
        return new CsvRecords(Texts.reader(file), separator);
    }

    /** How the text read so far is encoded. */
    public Encodage encodage() {
        return text.encodage();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Line next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Line line = next;
        try {
            next = read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private Line read() throws IOException {
        String first = line();
        while (first != null && first.isBlank()) {
            number++;
            first = line();
        }
        if (first == null) {
            return null;
        }
        String record = wholeRecord(first);
        long start = number + 1;
        number += 1 + record.chars().filter(c -> c == '\n').count();
        return new Line(start, values(record), record);
    }

    /** A record that no parser takes apart is one value, and so of another width than its header. */
    private String[] values(String record) {
        try {
            String[] values = parser.parseLine(record);
            return values == null ? new String[] {record} : values;
        } catch (TextParsingException tooManyValues) {
            return new String[] {record};
        }
    }

    /** The line and those its quotes hold; the line alone when they make no sense together. */
    private String wholeRecord(String first) throws IOException {
        if (Quotes.end(first, separator, false) != Quotes.End.OPEN) {
            return first;
        }
        List<String> taken = new ArrayList<>(List.of(first));
        Quotes.End end = Quotes.End.OPEN;
        while (end == Quotes.End.OPEN && taken.size() < MOST_LINES) {
            String line = line();
            if (line == null) {
                break;
            }
            taken.add(line);
            end = Quotes.end(line, separator, true);
        }
        if (end == Quotes.End.CLOSED) {
            return String.join("\n", taken);
        }
        for (int i = taken.size() - 1; i > 0; i--) {
            ahead.push(taken.get(i));
        }
        return first;
    }

    private String line() throws IOException {
        return ahead.isEmpty() ? lines.readLine() : ahead.pop();
    }

    private static CsvParserSettings settings(char separator) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(separator);
        settings.getFormat().setLineSeparator("\n");
        settings.setCommentProcessingEnabled(false);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setMaxCharsPerColumn(-1);
        settings.setMaxColumns(4096);
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.STOP_AT_DELIMITER);
        return settings;
    }
}
