package fr.maillage.source.ingestion;

import fr.maillage.source.BrokenFile;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SpoiltWorkbook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks every format whether a content is of its shape. */
final class Recogniser {

    /** A content and the format that claims it. */
    record Claim(RegisterFormat format, Recognised recognised) {}

    private final List<RegisterFormat> formats;

    Recogniser(List<RegisterFormat> formats) {
        this.formats = formats;
    }

    /** A format by its name. */
    RegisterFormat format(String name) {
        return formats.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The one format the content is of; empty when there is none.
     *
     * @throws BrokenFile when a format knows the content for its own but spoilt, or when several claim it
     */
    Optional<Claim> claim(SourceFile file, String name) throws IOException {
        Probe probe = probe(file, name);
        List<Claim> claims = new ArrayList<>();
        BrokenFile spoilt = null;
        for (RegisterFormat format : formats) {
            try {
                format.recognise(probe).ifPresent(recognised -> claims.add(new Claim(format, recognised)));
            } catch (BrokenFile e) {
                spoilt = e;
            }
        }
        if (claims.isEmpty() && spoilt != null) {
            throw spoilt;
        }
        if (claims.size() > 1) {
            throw new BrokenFile(name + " may be " + claims.get(0).format().title() + " or "
                    + claims.get(1).format().title());
        }
        return claims.stream().findFirst();
    }

    /** What can be said of a content that no format claims; empty when there is nothing. */
    static Optional<String> remark(SourceFile file, String name) throws IOException {
        return SpoiltWorkbook.reason(probe(file, name));
    }

    private static Probe probe(SourceFile file, String name) throws IOException {
        return new Probe(name, Files.size(Path.of(file.path())), head(file), file);
    }

    private static byte[] head(SourceFile file) throws IOException {
        try (InputStream content = file.open()) {
            return content.readNBytes(Probe.HEAD);
        }
    }
}
