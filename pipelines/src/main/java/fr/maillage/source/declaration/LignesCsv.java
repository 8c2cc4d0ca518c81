package fr.maillage.source.declaration;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import fr.maillage.schemas.Field;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.Texts;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Objects;

/** The data lines of an upload, each with its line number; blank lines and lines that start with # are no data. */
final class LignesCsv implements RecordIterator {

    private static final int LONGEST_CELL = 1 << 16;

    private final Reader reader;
    private final CsvParser parser;
    private final EnTete header;
    private final Object[] empty;
    private final Gabarit gabarit;
    private long line;
    private String[] next;

    private LignesCsv(Gabarit gabarit, EnTete header, Reader reader) {
        this.gabarit = gabarit;
        this.header = header;
        this.reader = reader;
        this.parser = new CsvParser(settings(header.separator()));
        this.empty = new Object[gabarit.table().fields().size()];
        parser.beginParsing(reader);
        advance();
        // The first line that says something is the header itself.
        advance();
    }

    static LignesCsv open(Gabarit gabarit, SourceFile file) throws IOException {
        EnTete header = EnTete.of(gabarit, firstLine(file));
        header.check();
        return new LignesCsv(gabarit, header, Texts.reader(file));
    }

    /** The first line that is neither blank nor a comment; empty when there is none. */
    static String firstLine(SourceFile file) throws IOException {
        try (Reader reader = Texts.reader(file)) {
            return new java.io.BufferedReader(reader)
                    .lines()
                    .filter(text -> !text.isBlank() && !isComment(text))
                    .findFirst()
                    .orElse("");
        }
    }

    static boolean isComment(String text) {
        return text.stripLeading().startsWith("#") || text.stripLeading().startsWith("\"#");
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
        SourceRecord read = read();
        advance();
        return read;
    }

    @Override
    public void close() throws IOException {
        parser.stopParsing();
        reader.close();
    }

    private SourceRecord read() {
        boolean tooWide = Arrays.stream(next).skip(header.width()).anyMatch(cell -> cell != null && !cell.isBlank());
        if (tooWide) {
            return SourceRecord.unreadable(line, "largeur_de_ligne", text());
        }
        Object[] values = empty.clone();
        for (String column : gabarit.columns()) {
            put(values, column);
        }
        gabarit.optional().forEach(column -> put(values, column));
        if (header.has(Gabarit.LIGNE_CORRIGEE)) {
            values[place(Gabarit.LIGNE_CORRIGEE)] =
                    Objects.requireNonNullElse(header.cell(next, Gabarit.LIGNE_CORRIGEE), "");
        }
        return SourceRecord.of(line, values);
    }

    private String text() {
        return String.join(
                String.valueOf(header.separator()),
                Arrays.stream(next).map(cell -> cell == null ? "" : cell).toList());
    }

    private void put(Object[] values, String column) {
        values[place(gabarit.bronze(column))] = header.cell(next, column);
    }

    private int place(String bronze) {
        return gabarit.table().fields().stream().map(Field::name).toList().indexOf(bronze);
    }

    private void advance() {
        do {
            line = parser.getContext().currentLine() + 1;
            next = parse();
        } while (next != null && isBlankOrComment(next));
    }

    private String[] parse() {
        try {
            return parser.parseNext();
        } catch (TextParsingException e) {
            throw new BrokenFile("ligne " + line + " : guillemet jamais fermé ou case trop longue", e);
        }
    }

    private static boolean isBlankOrComment(String[] cells) {
        boolean blank = Arrays.stream(cells).allMatch(cell -> cell == null || cell.isBlank());
        return blank || (cells[0] != null && isComment(cells[0]));
    }

    private static CsvParserSettings settings(char separator) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(separator);
        settings.getFormat().setLineSeparator("\n");
        // Commented lines are told apart by us: the parser's own do not count in its line numbers.
        settings.getFormat().setComment('\0');
        settings.setSkipEmptyLines(false);
        settings.setMaxCharsPerColumn(LONGEST_CELL);
        settings.setErrorContentLength(0);
        settings.setReadInputOnSeparateThread(false);
        return settings;
    }
}
