package fr.maillage.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assumptions;

/** The folder of real open data, where there is one: tests on it are skipped, saying so, where it is absent. */
public final class RealData {

    private RealData() {}

    /** A file or folder of it; skips the test when it is not there. */
    public static Path path(String relative) {
        Path path = root().resolve(relative).normalize();
        Assumptions.assumeThat(Files.exists(path))
                .as("real data is absent: " + path + " (set MAILLAGE_DATA to the folder that holds it)")
                .isTrue();
        return path;
    }

    private static Path root() {
        String told = System.getProperty("MAILLAGE_DATA", System.getenv("MAILLAGE_DATA"));
        if (told != null) {
            return Path.of(told);
        }
        Path repository = Path.of("").toAbsolutePath();
        while (repository != null && !Files.exists(repository.resolve(".mvn"))) {
            repository = repository.getParent();
        }
        return repository == null ? Path.of("data") : repository.resolve("../shared/data");
    }
}
