package fr.maillage.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Old binary workbooks (xls), read as events: cells come one by one and only rows of texts are kept. */
public final class OldWorkbooks {

    /** What such a file starts with, as Word documents of the time do. */
    private static final byte[] MAGIC = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private static final String WORKBOOK = "Workbook";
    private static final int MOST_COLUMNS = 1024;

    /**
     * A row that has a cell.
     *
     * @param sheet name of its sheet
     * @param number from 1
     * @param cells texts, null where there is none; numbers, those of formulas
     *     too, as written out in full
     */
    public record SheetRow(String sheet, int number, List<String> cells) {

        /** The cell of a column, from 0; null when the row ends before. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : null;
        }
    }

    private OldWorkbooks() {}

    public static boolean looksLikeOne(Probe probe) {
        return probe.startsWith(MAGIC);
    }

    /** Whether it is a workbook that cannot be read: not a text document, which starts with the same bytes. */
    static boolean isSpoilt(SourceFile file) throws IOException {
        try (InputStream in = file.open();
                POIFSFileSystem container = new POIFSFileSystem(in)) {
            if (!container.getRoot().hasEntry(WORKBOOK)) {
                return false;
            }
        } catch (RuntimeException | IOException cut) {
            return true;
        }
        try {
            rows(file);
            return false;
        } catch (BrokenFile cut) {
            return true;
        }
    }

    /**
     * The rows of all sheets, in order.
     *
     * @throws BrokenFile when it is no workbook or a damaged one
     */
    public static List<SheetRow> rows(SourceFile file) {
        return Workbooks.guarded(file.name(), () -> {
            try (InputStream in = file.open();
                    POIFSFileSystem container = new POIFSFileSystem(in)) {
                Rows rows = new Rows();
                HSSFRequest request = new HSSFRequest();
                request.addListenerForAllRecords(rows);
                new HSSFEventFactory().processWorkbookEvents(request, container);
                return rows.all();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Puts cells into rows. */
    private static final class Rows implements HSSFListener {

        private final List<BoundSheetRecord> sheets = new ArrayList<>();
        private final List<SheetRow> rows = new ArrayList<>();
        private SSTRecord texts;
        private int sheet = -1;
        private String name = "";

        List<SheetRow> all() {
            return rows;
        }

        @Override
        public void processRecord(Record read) {
            if (read instanceof BoundSheetRecord bound) {
                sheets.add(bound);
            } else if (read instanceof BOFRecord start && start.getType() == BOFRecord.TYPE_WORKSHEET) {
                name = BoundSheetRecord.orderByBofPosition(sheets)[++sheet].getSheetname();
            } else if (read instanceof SSTRecord found) {
                texts = found;
            } else if (read instanceof LabelSSTRecord label) {
                put(
                        label.getRow(),
                        label.getColumn(),
                        texts.getString(label.getSSTIndex()).getString());
            } else if (read instanceof NumberRecord number) {
                put(number.getRow(), number.getColumn(), number(number.getValue()));
            } else if (read instanceof FormulaRecord formula) {
                put(formula.getRow(), formula.getColumn(), number(formula.getValue()));
            }
        }

        private void put(int row, int column, String text) {
            SheetRow last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
            if (last == null || last.number() != row + 1 || !Objects.equals(last.sheet(), name)) {
                last = new SheetRow(name, row + 1, new ArrayList<>());
                rows.add(last);
            }
            if (column >= MOST_COLUMNS) {
                throw new BrokenFile("The workbook has a row of more than " + MOST_COLUMNS + " cells");
            }
            while (last.cells().size() <= column) {
                last.cells().add(null);
            }
            last.cells().set(column, text);
        }

        private static String number(double value) {
            return Double.isFinite(value)
                    ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                    : null;
        }
    }
}
