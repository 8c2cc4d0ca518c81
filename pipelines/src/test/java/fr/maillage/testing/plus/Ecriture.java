package fr.maillage.testing.plus;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a document as it is published: indented by two blanks, lines ended by carriage return and line feed. */
final class Ecriture implements Closeable {

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\r\n");

    private final JsonGenerator json;

    Ecriture(OutputStream out) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentArraysWith(LINES);
        printer.indentObjectsWith(LINES);
        this.json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8).setPrettyPrinter(printer);
    }

    Ecriture objet() throws IOException {
        json.writeStartObject();
        return this;
    }

    Ecriture objet(String name) throws IOException {
        json.writeObjectFieldStart(name);
        return this;
    }

    Ecriture fin() throws IOException {
        json.writeEndObject();
        return this;
    }

    Ecriture liste(String name) throws IOException {
        json.writeArrayFieldStart(name);
        return this;
    }

    Ecriture finListe() throws IOException {
        json.writeEndArray();
        return this;
    }

    Ecriture vide(String name) throws IOException {
        return liste(name).finListe();
    }

    Ecriture textes(String name, String... values) throws IOException {
        liste(name);
        for (String value : values) {
            json.writeString(value);
        }
        return finListe();
    }

    /** Names and values in turn. */
    Ecriture champs(String... namesAndValues) throws IOException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.writeFieldName(namesAndValues[i]);
            json.writeString(namesAndValues[i + 1]);
        }
        return this;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
