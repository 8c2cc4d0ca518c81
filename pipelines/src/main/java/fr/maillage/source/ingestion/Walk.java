package fr.maillage.source.ingestion;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists the files a person means, those of a folder in the order of their names. Hidden ones are left out. */
final class Walk {

    private Walk() {}

    /** @param except folder never entered: the warehouse itself */
    static List<FoundFile> of(List<Path> paths, Path except) throws IOException {
        List<FoundFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                files.addAll(below(path, except));
            } else {
                files.add(new FoundFile(path, slashed(path.normalize()), true));
            }
        }
        return files;
    }

    private static List<FoundFile> below(Path folder, Path except) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        List<FoundFile> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                boolean left = visited.equals(except) || (isHidden(visited) && !visited.equals(root));
                return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!isHidden(file) && (Files.isRegularFile(file) || attributes.isSymbolicLink())) {
                    files.add(new FoundFile(file, slashed(root.getFileName().resolve(root.relativize(file))), false));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                files.add(new FoundFile(file, slashed(root.getFileName().resolve(root.relativize(file))), false));
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(Comparator.comparing(FoundFile::chemin));
        return files;
    }

    private static boolean isHidden(Path file) {
        return file.getFileName() != null && file.getFileName().toString().startsWith(".");
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/').replaceFirst("^(\\.\\./)+", "");
    }
}
