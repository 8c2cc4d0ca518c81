package fr.maillage.source.json;

import static fr.maillage.schemas.Columns.DERIVES;
import static fr.maillage.schemas.Columns.SECTION;

import fr.maillage.schemas.Field;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pieces of a document as records of its bronze table. */
final class JsonRows {

    private static final int TEXT_KEPT = 1 << 16;

    private final TableContract table;
    private final Map<String, Shape> shapes = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final JsonHeader header;

    JsonRows(TableContract table, Map<String, Field> sections) {
        this.table = table;
        this.header = new JsonHeader(sections.keySet());
        sections.forEach((section, column) -> {
            shapes.put(section, Shape.of(section, column));
            places.put(section, table.columns().indexOf(column.name()));
        });
    }

    JsonHeader header() {
        return header;
    }

    /** Whether the piece is a record; an empty section and what is no section belong to the header. */
    boolean isRecord(JsonSections.Piece piece) {
        return shapes.containsKey(piece.member()) && (piece.element() || !isNull(piece.json()));
    }

    private static boolean isNull(byte[] json) {
        return new String(json, 0, Math.min(5, json.length), StandardCharsets.ISO_8859_1).equals("null");
    }

    /**
     * The records, each readable or not.
     *
     * @param first number of the first in the document
     * @param last whether the document ends with them: its own row then follows
     */
    List<SourceRecord> of(List<JsonSections.Piece> pieces, long first, boolean last) {
        List<SourceRecord> records = new ArrayList<>(pieces.size() + 1);
        long number = first;
        for (JsonSections.Piece piece : pieces) {
            records.add(record(piece, number++));
        }
        if (last) {
            records.add(SourceRecord.of(number, header.values(table)));
        }
        return records;
    }

    private SourceRecord record(JsonSections.Piece piece, long number) {
        if (piece.cut()) {
            return unreadable(number, "enregistrement_demesure", piece);
        }
        if (piece.json()[0] != '{') {
            return unreadable(number, "objet_attendu", piece);
        }
        try {
            return SourceRecord.of(number, values(piece, piece.json()));
        } catch (IOException e) {
            return inWindows1252(piece, number);
        }
    }

    /** Registers paste texts of one encoding into files of another. */
    private SourceRecord inWindows1252(JsonSections.Piece piece, long number) {
        byte[] utf8 = Texts.decode(piece.json()).getBytes(StandardCharsets.UTF_8);
        try {
            return SourceRecord.of(number, values(piece, utf8));
        } catch (IOException e) {
            return unreadable(number, "json_illisible", piece);
        }
    }

    private Object[] values(JsonSections.Piece piece, byte[] json) throws IOException {
        Derives derives = new Derives();
        if (!piece.element()) {
            derives.add(piece.member(), Derives.RETYPE, "{}");
        }
        Object[] values = new Object[table.fields().size()];
        values[table.columns().indexOf(SECTION)] = piece.member();
        values[places.get(piece.member())] = NestedReader.read(json, shapes.get(piece.member()), derives);
        values[table.columns().indexOf(DERIVES)] = derives.values();
        return values;
    }

    private static SourceRecord unreadable(long number, String rule, JsonSections.Piece piece) {
        int kept = Math.min(piece.json().length, TEXT_KEPT);
        return SourceRecord.unreadable(number, rule, new String(piece.json(), 0, kept, StandardCharsets.UTF_8));
    }
}
