package fr.maillage.serving.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** Writes an answer as one JSON array, one object per line. */
final class JsonText {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final PrintWriter out;

    JsonText(PrintWriter out) {
        this.out = out;
    }

    long write(Rows rows) {
        out.print("[");
        long count = 0;
        while (rows.rows().hasNext()) {
            out.print(count == 0 ? "\n" : ",\n");
            out.print(object(rows.columns(), rows.rows().next()));
            count++;
        }
        out.println(count == 0 ? "]" : "\n]");
        out.flush();
        return count;
    }

    private static String object(List<Rows.Column> columns, List<Object> values) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (int i = 0; i < columns.size(); i++) {
                json.writeFieldName(columns.get(i).name());
                value(json, values.get(i));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Number number && isFinite(number)) {
            json.writeNumber(new BigDecimal(Cells.text(number)));
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                value(json, item);
            }
            json.writeEndArray();
        } else {
            json.writeString(Cells.text(value));
        }
    }

    private static boolean isFinite(Number number) {
        return !(number instanceof Double value) || (!value.isNaN() && !value.isInfinite());
    }
}
