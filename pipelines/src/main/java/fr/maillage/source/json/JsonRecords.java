package fr.maillage.source.json;

import fr.maillage.schemas.Field;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.LookAhead;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The records of a JSON document whose root holds lists of objects: each object a row, and after them one row for the
 * document itself.
 *
 * <p>One thread unpacks the file and finds where records begin and end, others parse them, the caller writes them.
 */
public final class JsonRecords extends LookAhead {

    /** Enough to be worth a task, little enough that few of them weigh nothing. */
    private static final int BATCH = 1 << 19;

    /** What a record weighs beside its text. */
    private static final int OVERHEAD = 64;

    private final Overlapped<List<SourceRecord>> batches;
    private Iterator<SourceRecord> batch = List.<SourceRecord>of().iterator();

    private JsonRecords(Overlapped<List<SourceRecord>> batches) {
        this.batches = batches;
    }

    /** @param sections the columns of the contract that hold records, by the member of the root they come from */
    public static JsonRecords open(SourceFile file, TableContract table, Map<String, Field> sections)
            throws IOException {
        JsonSections found = new JsonSections(file.name(), Texts.utf8(file.open()), sections.keySet());
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return new JsonRecords(
                new Overlapped<>("json", new Batches(file, found, new JsonRows(table, sections)), threads));
    }

    @Override
    protected SourceRecord advance() {
        while (!batch.hasNext()) {
            if (!batches.hasNext()) {
                return null;
            }
            batch = batches.next().iterator();
        }
        return batch.next();
    }

    @Override
    public void close() {
        batches.close();
    }

    /** Pieces of the document, as many at a time as make a task. */
    private record Batches(SourceFile file, JsonSections sections, JsonRows rows, Position position)
            implements Overlapped.Tasks<List<SourceRecord>> {

        Batches(SourceFile file, JsonSections sections, JsonRows rows) {
            this(file, sections, rows, new Position());
        }

        @Override
        public Callable<List<SourceRecord>> next() {
            if (position.ended) {
                return null;
            }
            try {
                return batch();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Callable<List<SourceRecord>> batch() throws IOException {
            List<JsonSections.Piece> pieces = new ArrayList<>();
            long first = position.records + 1;
            int size = 0;
            while (size < BATCH && !position.ended) {
                JsonSections.Piece piece = sections.next();
                if (piece == null) {
                    position.ended = true;
                    rows.header().saw(sections.met());
                } else if (rows.isRecord(piece)) {
                    pieces.add(piece);
                    size += piece.json().length + OVERHEAD;
                } else {
                    rows.header().add(piece);
                }
            }
            position.records += pieces.size();
            if (position.ended && position.records == 0) {
                throw new BrokenFile("Cannot read " + file.name() + ": it holds no record.");
            }
            boolean last = position.ended;
            return () -> rows.of(pieces, first, last);
        }

        @Override
        public void close() throws IOException {
            sections.close();
        }
    }

    private static final class Position {
        private long records;
        private boolean ended;
    }
}
