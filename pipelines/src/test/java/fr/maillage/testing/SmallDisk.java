package fr.maillage.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of its own, small or read-only, for tests of disks that fail. Such tests are skipped without the right to mount. */
public final class SmallDisk implements Closeable {

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** A disk of so many KiB. */
    public static SmallDisk of(int kibibytes) throws IOException {
        Path folder = Files.createTempDirectory("petit-disque");
        boolean mounted = runs("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "tmpfs", folder.toString());
        if (!mounted) {
            Files.delete(folder);
        }
        assumeTrue(mounted, "skipped: no right to mount a small disk here");
        return new SmallDisk(folder);
    }

    public Path folder() {
        return folder;
    }

    public void makeReadOnly() {
        assumeTrue(
                runs("mount", "-o", "remount,ro", folder.toString()),
                "skipped: no right to make a disk read-only here");
    }

    @Override
    public void close() throws IOException {
        runs("umount", folder.toString());
        Files.deleteIfExists(folder);
    }

    private static boolean runs(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
