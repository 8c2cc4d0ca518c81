package fr.maillage.source;

import fr.maillage.MaillageException;
import fr.maillage.warehouse.Warehouse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * Files as they came, unchanged: {@code landing/ab/abcd…/name} with a {@link Fiche} beside each. The only thing of a
 * warehouse to back up; all else is computed from it.
 *
 * <p>A file appears at once with its fiche: both are written in the scratch folder, which is then renamed. What a killed
 * process left there is never seen, and is removed by the next one. Writers hold the warehouse's lock.
 */
public final class Landing {

    private static final String FICHE = "fiche.json";
    private static final String ASIDE = "arrivee-";
    private static final long UNKNOWN = -1;

    private final Path folder;
    private final Path work;
    private long lastRang = UNKNOWN;

    public Landing(Warehouse warehouse) {
        this.folder = warehouse.landing();
        this.work = warehouse.work();
    }

    /** All that landed, in the order of landing. */
    public List<Fiche> fiches() {
        return folders().stream()
                .map(Landing::read)
                .sorted(Comparator.comparingLong(Fiche::rang))
                .toList();
    }

    /** Every readable part of every landed file, in the order of landing. */
    public List<SourceFile> files() {
        return fiches().stream()
                .flatMap(fiche -> fiche.files(place(fiche.sha256())).stream())
                .toList();
    }

    /** The fiche of a file that landed already. */
    public Optional<Fiche> find(String sha256) {
        Path fiche = place(sha256).resolve(FICHE);
        return Files.exists(fiche) ? Optional.of(read(place(sha256))) : Optional.empty();
    }

    /** Where the unchanged copy of a landed file lies. */
    public Path file(Fiche fiche) {
        return place(fiche.sha256()).resolve(fiche.fichier());
    }

    /**
     * Keeps a file.
     *
     * @param chemin name with its folders, as the person gave it
     * @param sha256 digest of what was read; a file that has another by now changed meanwhile and is refused
     */
    public Fiche land(Path file, String chemin, String sha256, List<Fiche.Piece> pieces) {
        String name = String.valueOf(file.getFileName());
        try {
            Path aside = Files.createDirectories(work.resolve(ASIDE + sha256));
            Path copy = aside.resolve(name.equals(FICHE) ? "_" + name : name);
            copy(file, copy, sha256);
            Fiche fiche = new Fiche(
                    name,
                    chemin,
                    String.valueOf(copy.getFileName()),
                    sha256,
                    Files.size(copy),
                    nextRang(),
                    now(),
                    pieces);
            fiche.write(aside.resolve(FICHE));
            flush(aside.resolve(FICHE));
            show(aside, place(sha256));
            return fiche;
        } catch (IOException e) {
            sweep();
            throw new MaillageException(
                    "Cannot keep " + chemin + " in " + folder + ": " + reason(e) + ". Mend that and run ingest again.",
                    e);
        }
    }

    /** Removes what a killed process left aside. */
    public void sweep() {
        try (Stream<Path> left = Files.isDirectory(work) ? Files.list(work) : Stream.empty()) {
            for (Path aside : left.filter(path -> path.getFileName().toString().startsWith(ASIDE))
                    .toList()) {
                PathUtils.deleteDirectory(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path file, Path copy, String sha256) throws IOException {
        try (OutputStream target = Files.newOutputStream(copy)) {
            String copied = Sha256.of(file, target);
            if (!copied.equals(sha256)) {
                throw new IOException("it changed while it was being read");
            }
        }
        flush(copy);
    }

    private static void show(Path aside, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        if (Files.isDirectory(place)) {
            PathUtils.deleteDirectory(place);
        }
        Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void flush(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private long nextRang() {
        if (lastRang == UNKNOWN) {
            lastRang = fiches().stream().mapToLong(Fiche::rang).max().orElse(0);
        }
        return ++lastRang;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static Fiche read(Path place) {
        try {
            return Fiche.read(place.resolve(FICHE));
        } catch (IOException e) {
            throw new MaillageException(
                    "Cannot read " + place.resolve(FICHE)
                            + ": it is damaged. Remove its folder and ingest the file in it again.",
                    e);
        }
    }

    private List<Path> folders() {
        try (Stream<Path> all = Files.isDirectory(folder) ? Files.walk(folder, 2) : Stream.empty()) {
            return all.filter(place -> Files.exists(place.resolve(FICHE))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
