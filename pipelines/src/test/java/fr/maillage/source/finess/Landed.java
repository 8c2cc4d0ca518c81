package fr.maillage.source.finess;

import fr.maillage.schemas.TableContract;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A file written by a test, seen as the ingestion would see it. */
public record Landed(SourceFile file) {

    public static Landed of(Path folder, String name, byte[] content) throws IOException {
        Path path = Files.write(folder.resolve(name.replace('/', '_')), content);
        return new Landed(new SourceFile(path.toString(), "", name, "0".repeat(64), "", LocalDate.of(2021, 1, 8), 1));
    }

    public static Landed of(Path folder, String name, String content) throws IOException {
        return of(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    public Optional<Recognised> recognisedBy(RegisterFormat format) throws IOException {
        try (InputStream in = file.open()) {
            return format.recognise(
                    new Probe(file.name(), Files.size(Path.of(file.path())), in.readNBytes(1 << 16), file));
        }
    }

    public List<SourceRecord> records(RegisterFormat format, TableContract table) throws IOException {
        List<SourceRecord> records = new ArrayList<>();
        try (RecordIterator iterator = format.records(file, table)) {
            iterator.forEachRemaining(records::add);
        }
        return records;
    }

    /** The value of a column in a record of the table. */
    public static Object value(SourceRecord record, TableContract table, String column) {
        return record.values()[table.columns().indexOf(column)];
    }
}
