package fr.maillage.cli.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Java, memory, disk and fonts. */
final class Machine {

    private static final int OLDEST_JAVA = 17;
    /** The newest that the Spark in use supports. */
    private static final int NEWEST_JAVA = 21;

    private static final double LEAST_HEAP_GIB = 1.5;
    private static final double LEAST_DISK_GIB = 2;
    private static final double GIB = 1L << 30;
    private static final List<Path> FONT_FOLDERS = List.of(
            Path.of("/usr/share/fonts"),
            Path.of("/usr/local/share/fonts"),
            Path.of(System.getProperty("user.home", "/"), ".fonts"),
            Path.of("/System/Library/Fonts"),
            Path.of("C:\\Windows\\Fonts"));

    private Machine() {}

    static List<Diagnosis> examine(Path warehouse) {
        return List.of(java(), memory(), disk(warehouse), fonts());
    }

    private static Diagnosis java() {
        int feature = Runtime.version().feature();
        String found = Runtime.version() + ", " + System.getProperty("java.home");
        return feature >= OLDEST_JAVA && feature <= NEWEST_JAVA
                ? Diagnosis.good("Java", "Java", found)
                : Diagnosis.bad("Java", "Java", found + ". Install Java 17 or 21 (Debian: openjdk-17-jre-headless)");
    }

    private static Diagnosis memory() {
        double heap = Runtime.getRuntime().maxMemory() / GIB;
        double machine =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize() / GIB
                        : 0;
        int cores = Runtime.getRuntime().availableProcessors();
        String found = String.format(
                Locale.ROOT, "%.1f GiB for the program, %.1f GiB in the machine, %d cores", heap, machine, cores);
        return heap >= LEAST_HEAP_GIB
                ? Diagnosis.good("Mémoire", "Memory", found)
                : Diagnosis.bad("Mémoire", "Memory", found + ". Give it more: MAILLAGE_OPTS=-Xmx3g");
    }

    private static Diagnosis disk(Path warehouse) {
        Path existing = warehouse;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            double free = Files.getFileStore(existing).getUsableSpace() / GIB;
            String found = String.format(Locale.ROOT, "%.1f GiB free at %s", free, existing);
            return free >= LEAST_DISK_GIB
                    ? Diagnosis.good("Disque", "Disk", found)
                    : Diagnosis.bad("Disque", "Disk", found + ". Make room: a national warehouse takes 1 GiB");
        } catch (IOException e) {
            return Diagnosis.bad("Disque", "Disk", existing + " cannot be asked: " + e.getMessage());
        }
    }

    /** Looked for as files: asking Java's own font code takes a second. */
    private static Diagnosis fonts() {
        return FONT_FOLDERS.stream().anyMatch(Files::isDirectory)
                ? Diagnosis.good("Polices", "Fonts", "found")
                : Diagnosis.optional(
                        "Polices", "Fonts", "none; pictures of maps will have no text (Debian: fonts-dejavu-core)");
    }
}
