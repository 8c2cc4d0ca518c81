package fr.maillage.warehouse;

import java.nio.file.Path;

/** Paths as Spark takes them: as they are written, blanks and accents included; not as addresses with %20 in them. */
final class SparkPaths {

    private SparkPaths() {}

    static String of(Path path) {
        return "file://" + path.toAbsolutePath();
    }
}
