package fr.maillage.testing;

import fr.maillage.schemas.TableContract;
import fr.maillage.source.Probe;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files as a format sees them, without landing them. */
public final class Probes {

    private static final int HEAD = 1 << 16;

    private Probes() {}

    /** The file under the name it would have come with. */
    public static Probe of(Path file, String name) throws IOException {
        SourceFile source = file(file, name);
        try (InputStream in = source.open()) {
            return new Probe(name, Files.size(file), in.readNBytes(HEAD), source);
        }
    }

    public static Probe of(Path folder, String name, byte[] content) throws IOException {
        Path file = Files.createTempFile(folder, "probe", "");
        return of(Files.write(file, content), name);
    }

    public static SourceFile file(Path file, String name) {
        return new SourceFile(file.toString(), "", name, "0".repeat(64), "", null, 1);
    }

    /** All the records of a table, good and unreadable. */
    public static List<SourceRecord> records(RegisterFormat format, Probe probe, TableContract table)
            throws IOException {
        List<SourceRecord> all = new ArrayList<>();
        try (RecordIterator records = format.records(probe.file(), table)) {
            records.forEachRemaining(all::add);
        }
        return all;
    }
}
