package fr.maillage.warehouse;

import fr.maillage.MaillageException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Lets one writer at a time into a warehouse: {@code ingest}, {@code build} and {@code vacuum} hold it.
 *
 * <p>It is a lock of the operating system, freed by the end of the process however it ends. Who holds it is written in a
 * file beside it, for the message to the second one.
 */
public final class WarehouseLock implements Closeable {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final FileChannel channel;
    private final FileLock lock;

    private WarehouseLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock, waiting at most {@code patience} for another writer to end.
     *
     * @param command what the holder does, for the message to others ("build", "ingest")
     * @throws MaillageException when another process holds it, saying which and since when
     */
    public static WarehouseLock take(Warehouse warehouse, String command, Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        try {
            Files.createDirectories(warehouse.root());
            FileChannel channel =
                    FileChannel.open(warehouse.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            while (lock == null && Instant.now().isBefore(deadline)) {
                Thread.sleep(PAUSE.toMillis());
                lock = tryLock(channel);
            }
            if (lock == null) {
                channel.close();
                throw new MaillageException("Cannot " + command + ": " + holder(warehouse)
                        + ". Wait for it to end, or run again with --wait.");
            }
            sign(warehouse, command);
            return new WarehouseLock(channel, lock);
        } catch (IOException e) {
            throw new MaillageException(
                    "Cannot " + command + ": " + warehouse.root() + " cannot be written (" + reason(e)
                            + "). Check its rights, or choose another folder with --warehouse.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the warehouse", e);
        }
    }

    /** Who is writing now, in a few words; empty when nobody is. Changes nothing. */
    public static Optional<String> writer(Warehouse warehouse) {
        if (!Files.isReadable(warehouse.lock())) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(warehouse.lock(), StandardOpenOption.READ);
                FileLock shared = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return shared == null ? Optional.of(holder(warehouse)) : Optional.empty();
        } catch (OverlappingFileLockException e) {
            return Optional.of("this very process is writing");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void sign(Warehouse warehouse, String command) throws IOException {
        String signature = "process " + ProcessHandle.current().pid() + " has held " + warehouse.root() + " for "
                + command + " since " + LocalTime.now().truncatedTo(ChronoUnit.MINUTES);
        Files.writeString(signature(warehouse), signature);
    }

    private static String holder(Warehouse warehouse) throws IOException {
        Path file = signature(warehouse);
        return Files.exists(file) ? Files.readString(file) : "another process is writing " + warehouse.root();
    }

    private static Path signature(Warehouse warehouse) {
        return warehouse.lock().resolveSibling(".verrou-par");
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "");
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
