package fr.maillage.source.ingestion;

import fr.maillage.MaillageException;
import fr.maillage.source.geo.ContoursShapefile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.file.PathUtils;

/**
 * Shapefiles that lie in a folder as several files, each made one zip: what lands is one file.
 *
 * <p>The same parts always make the same zip, byte for byte: in the order of their names, not compressed, of a fixed day.
 * The zips lie in a scratch folder until this is closed.
 */
final class LooseShapefiles implements Closeable {

    private static final List<String> ENDINGS = List.of("cpg", "dbf", "prj", "shp", "shx");
    private static final LocalDateTime DAY = LocalDateTime.of(2000, 1, 1, 0, 0);

    private Path scratch;

    /** The files, with one zip in place of the parts of each shapefile. */
    List<FoundFile> asZips(List<FoundFile> files) {
        Set<Path> packed = new HashSet<>();
        List<FoundFile> all = new ArrayList<>();
        for (FoundFile file : files) {
            Optional<FoundFile> zip = zip(file, packed);
            all.add(zip.orElse(file));
        }
        return all.stream()
                .filter(file -> !packed.contains(absolute(file.path())))
                .toList();
    }

    /** The shapefile a file is the shapes of; empty for any other file. */
    private Optional<FoundFile> zip(FoundFile file, Set<Path> packed) {
        try {
            if (!isShapes(file)) {
                return Optional.empty();
            }
            List<Path> parts = parts(file);
            if (parts.size() == 1) {
                return Optional.empty();
            }
            Path zip = write(parts);
            parts.forEach(part -> packed.add(absolute(part)));
            return Optional.of(new FoundFile(zip, chemin(file, parts), file.named()));
        } catch (IOException e) {
            throw new MaillageException(
                    "Cannot put the files of " + file.chemin() + " into one zip: " + e.getMessage()
                            + ". Mend that and run ingest again.",
                    e);
        }
    }

    private static boolean isShapes(FoundFile file) throws IOException {
        Path path = file.path();
        boolean readable = Files.isRegularFile(path, links(file)) && Files.isReadable(path);
        if (!readable || !ending(path).equals("shp")) {
            return false;
        }
        try (InputStream content = Files.newInputStream(path)) {
            return ContoursShapefile.begins(content.readNBytes(4));
        }
    }

    /** Those of the same name that are there, in the order of their names. */
    private static List<Path> parts(FoundFile shapes) throws IOException {
        String base = base(shapes.path());
        try (Stream<Path> beside = Files.list(absolute(shapes.path()).getParent())) {
            return beside.filter(path -> base(path).equals(base) && ENDINGS.contains(ending(path)))
                    .filter(path -> Files.isRegularFile(path, links(shapes)) && Files.isReadable(path))
                    .sorted()
                    .toList();
        }
    }

    private static LinkOption[] links(FoundFile file) {
        return file.named() ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    }

    private Path write(List<Path> parts) throws IOException {
        if (scratch == null) {
            scratch = Files.createTempDirectory("maillage-shapefiles-");
        }
        Path zip = Files.createTempDirectory(scratch, "").resolve(base(parts.get(0)) + ".zip");
        try (ZipOutputStream target = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Path part : parts) {
                target.putNextEntry(entry(part));
                Files.copy(part, target);
                target.closeEntry();
            }
        }
        return zip;
    }

    /** Not compressed: what compression gives differs from one machine to another. */
    private static ZipEntry entry(Path part) throws IOException {
        ZipEntry entry = new ZipEntry(String.valueOf(part.getFileName()));
        entry.setTimeLocal(DAY);
        entry.setMethod(ZipEntry.STORED);
        CRC32 crc = new CRC32();
        try (InputStream content = new CheckedInputStream(Files.newInputStream(part), crc)) {
            entry.setSize(content.transferTo(OutputStream.nullOutputStream()));
        }
        entry.setCrc(crc.getValue());
        return entry;
    }

    /** {@code folder/name.{dbf,prj,shp,shx}}: it names the parts. */
    private static String chemin(FoundFile shapes, List<Path> parts) {
        String chemin = shapes.chemin();
        return parts.stream()
                .map(part -> part.getFileName().toString().substring(base(part).length() + 1))
                .collect(Collectors.joining(",", chemin.substring(0, chemin.length() - 3) + "{", "}"));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static String base(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static String ending(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        try {
            if (scratch != null) {
                PathUtils.deleteDirectory(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
