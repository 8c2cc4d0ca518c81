package fr.maillage.source;

import fr.maillage.MaillageException;
import fr.maillage.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Gives an empty warehouse the landed files of another one: all that is needed to compute it again. */
public final class LandingCopy {

    private LandingCopy() {}

    /**
     * @param landing the folder {@code landing} of a warehouse, or the warehouse's folder
     * @throws MaillageException when there is no landing there, or files landed here already
     */
    public static void into(Warehouse warehouse, Path landing) {
        Path source = Files.isDirectory(landing.resolve("landing")) ? landing.resolve("landing") : landing;
        if (!Files.isDirectory(source)) {
            throw new MaillageException("Cannot build from " + landing
                    + ": there is no such folder. Give the landing folder of a warehouse.");
        }
        if (Files.exists(warehouse.landing())) {
            throw new MaillageException("Cannot build from " + landing + ": " + warehouse.root()
                    + " already has files of its own. Choose an empty folder with --warehouse.");
        }
        Path aside = warehouse.work().resolve("landing");
        try {
            copy(source, aside);
            Files.move(aside, warehouse.landing(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new MaillageException(
                    "Cannot copy " + source + " to " + warehouse.landing() + ": " + e.getMessage()
                            + ". Mend that and run again.",
                    e);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
