package fr.maillage.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Excel workbooks (xlsx), read as a stream of rows of texts. */
public final class Workbooks {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,30}(\\.\\d{1,30})?([eE][-+]?\\d{1,2})?");

    private Workbooks() {}

    /** Whether the content may be a workbook: a zip whose first entries are those of an office document. */
    public static boolean looksLikeOne(Probe probe) {
        String start = new String(probe.head(), StandardCharsets.ISO_8859_1);
        return probe.startsWith(ZIP)
                && (start.contains("[Content_Types].xml") || start.contains("xl/") || start.contains("_rels/.rels"));
    }

    /** Whether it is a workbook that cannot be opened: not a text document, which is a zip of the same kind. */
    static boolean isSpoilt(SourceFile file) throws IOException {
        try (LocalCopy copy = file.local();
                ZipFile zip = new ZipFile(copy.path().toFile())) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                return false;
            }
            open(file).close();
            return false;
        } catch (ZipException | BrokenFile cut) {
            return true;
        }
    }

    /** @throws BrokenFile when it is no workbook or a damaged one */
    public static ReadableWorkbook open(SourceFile file) {
        return guarded(file.name(), () -> {
            try (InputStream in = file.open()) {
                return new ReadableWorkbook(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The first rows of a sheet that are there; {@code getRowNum} tells where each stands. */
    public static List<Row> firstRows(Sheet sheet, int atMost) {
        return guarded("The workbook", () -> {
            try (Stream<Row> rows = sheet.openStream()) {
                return rows.limit(atMost).toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What reading gives; the library tells damage by exceptions of all sorts, which all mean the same to a person. */
    static <T> T guarded(String name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (BrokenFile e) {
            throw e;
        } catch (RuntimeException e) {
            throw new BrokenFile(name + " cannot be read as a workbook: it is cut short or damaged", e);
        }
    }

    /** The cells of a row as texts, null where empty; numbers as written out in full. */
    public static List<String> texts(Row row) {
        return row.stream().map(Workbooks::text).toList();
    }

    /** Whether a row says anything. */
    static boolean hasText(Row row) {
        return row.stream().anyMatch(cell -> cell != null && !cell.getText().isBlank());
    }

    /** A number written out in full; what is none, or is beyond all measure, stays as it stands. */
    private static String number(String raw) {
        if (!NUMBER.matcher(raw).matches()) {
            return raw;
        }
        return new BigDecimal(raw).stripTrailingZeros().toPlainString();
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getRawValue() == null) {
            return null;
        }
        if (cell.getType() == CellType.NUMBER) {
            return number(cell.getRawValue());
        }
        return cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
    }
}
