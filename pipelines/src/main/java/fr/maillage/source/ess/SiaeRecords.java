package fr.maillage.source.ess;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.LookAhead;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import java.io.IOException;

/** The records of the array, one after the other; their number in the file stands for the line. */
final class SiaeRecords extends LookAhead {

    static final String MODEL = "siaes.siae";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final TableContract table;
    private final JsonParser parser;
    private long number;

    SiaeRecords(SourceFile file, TableContract table) throws IOException {
        this.name = file.name();
        this.table = table;
        this.parser = JSON.createParser(file.open());
        try {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new BrokenFile(name + " is no JSON array of records");
            }
        } catch (JsonProcessingException e) {
            throw cut(e);
        }
    }

    @Override
    protected SourceRecord advance() {
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                return null;
            }
            if (token == null) {
                throw new BrokenFile(name + " is cut after record " + number);
            }
            number++;
            JsonNode record = parser.readValueAsTree();
            boolean ours = MODEL.equals(record.path("model").asText())
                    && record.path("fields").isObject();
            return ours
                    ? SourceRecord.of(number, values(record))
                    : SourceRecord.unreadable(number, "enregistrement_illisible", record.toString());
        } catch (JsonProcessingException e) {
            throw cut(e);
        } catch (IOException e) {
            throw new BrokenFile(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Object[] values(JsonNode record) {
        return table.columns().stream()
                .map(column -> column.equals("pk")
                        ? record.path(column)
                        : record.path("fields").path(column))
                .map(value -> value.isMissingNode() || value.isNull() ? null : value.asText())
                .toArray();
    }

    private BrokenFile cut(JsonProcessingException e) {
        return new BrokenFile(name + " is cut or no JSON after record " + number, e);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
