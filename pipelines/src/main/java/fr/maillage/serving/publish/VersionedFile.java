package fr.maillage.serving.publish;

import fr.maillage.MaillageException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A name that always leads to a whole file: {@code maillage.duckdb} is a link to {@code maillage-000042.duckdb}.
 *
 * <p>A new file is written under a name nobody reads, takes a name that never was in use, and only then the link moves, in
 * one step. The file before it stays for those who still read it. Write-ahead logs left by killed writers are removed
 * before a name is used, because DuckDB would replay them into whatever bears the name.
 */
final class VersionedFile {

    private static final String ENDING = ".duckdb";

    private final Path link;
    private final String stem;

    /** @param link what readers open; its folder is made if there is none */
    VersionedFile(Path link) {
        this.link = link.toAbsolutePath().normalize();
        String name = this.link.getFileName().toString();
        this.stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    Path link() {
        return link;
    }

    /** Keeps a second publish to the same name out, and refuses a name that is taken by something else. */
    Lock lock() throws IOException {
        Files.createDirectories(link.getParent());
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
            throw new MaillageException("Cannot publish to " + link
                    + ": it is a file of its own, not the link that publish makes. Move it away or give another name.");
        }
        FileChannel channel =
                FileChannel.open(sibling("." + stem + ".verrou"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new MaillageException(
                    "Cannot publish to " + link + ": another publish is writing it. Wait for it to end.");
        }
        return new Lock(channel);
    }

    /** Where the new file is written; nobody has ever read that name. What a killed publish left there is removed. */
    Path aside(long number) throws IOException {
        sweep();
        return sibling("." + name(number, 1) + ".en-cours");
    }

    /** Removes what was written aside and is not shown. */
    void sweep() throws IOException {
        for (Path left : list("\\." + pattern() + "\\.en-cours.*")) {
            Files.delete(left);
        }
    }

    /** Gives the written file its name, moves the link to it, and keeps the last two. */
    Path show(Path aside, long number) throws IOException {
        Path previous = target();
        Path current = freeName(number);
        removeLogs(aside);
        removeLogs(current);
        Files.move(aside, current, StandardCopyOption.ATOMIC_MOVE);

        Path next = sibling("." + stem + ".lien");
        Files.deleteIfExists(next);
        Files.createSymbolicLink(next, current.getFileName());
        removeLogs(link);
        Files.move(next, link, StandardCopyOption.ATOMIC_MOVE);
        prune(current, previous);
        return current;
    }

    /** The file the link leads to; null when there is no link. */
    private Path target() throws IOException {
        return Files.isSymbolicLink(link) ? sibling(Files.readSymbolicLink(link).toString()) : null;
    }

    private Path freeName(long number) {
        int copy = 1;
        while (Files.exists(sibling(name(number, copy)))) {
            copy++;
        }
        return sibling(name(number, copy));
    }

    private String name(long number, int copy) {
        return "%s-%06d%s%s".formatted(stem, number, copy == 1 ? "" : "-" + copy, ENDING);
    }

    private String pattern() {
        return java.util.regex.Pattern.quote(stem) + "-\\d{6,}(-\\d+)?\\.duckdb";
    }

    private void prune(Path current, Path previous) throws IOException {
        for (Path old : list(pattern())) {
            if (!old.equals(current) && !old.equals(previous)) {
                Files.delete(old);
                removeLogs(old);
            }
        }
    }

    private void removeLogs(Path file) throws IOException {
        for (Path log : list(java.util.regex.Pattern.quote(file.getFileName().toString()) + "\\.(.*\\.)?wal(\\..*)?")) {
            Files.delete(log);
        }
    }

    private List<Path> list(String pattern) throws IOException {
        try (Stream<Path> files = Files.list(link.getParent())) {
            return new ArrayList<>(
                    files.filter(file -> file.getFileName().toString().matches(pattern))
                            .toList());
        }
    }

    private Path sibling(String name) {
        return link.resolveSibling(name);
    }

    /** Held while a publish writes; freed by the system however the process ends. */
    record Lock(FileChannel channel) implements Closeable {

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
