package fr.maillage.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Removes what no kept publication names: the only code that removes data files.
 *
 * <p>The caller holds the lock. What a cut-off build left aside goes too.
 */
public final class Vacuum {

    private final Warehouse warehouse;

    public Vacuum(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * What can go.
     *
     * @param publications publication files past those to keep
     * @param files data files and leftovers that no kept publication names
     * @param bytes their size
     */
    public record Sweep(List<Path> publications, List<Path> files, long bytes) {}

    /** Looks for what can go when the newest {@code keep} publications stay; removes nothing. */
    public Sweep plan(int keep) {
        List<Publication> all = new Publications(warehouse).list();
        List<Publication> kept = all.subList(Math.max(0, all.size() - keep), all.size());
        Set<Path> named = new HashSet<>();
        kept.forEach(publication -> publication.tables().values().forEach(state -> named(state, named)));
        Publications.ofCadres(warehouse)
                .forEach(publication -> publication.tables().values().forEach(state -> named(state, named)));
        List<Path> files = unnamed(named);
        List<Path> publications = all.subList(0, all.size() - kept.size()).stream()
                .map(publication -> warehouse.publications().resolve("%06d.json".formatted(publication.number())))
                .toList();
        return new Sweep(
                publications, files, files.stream().mapToLong(Vacuum::size).sum());
    }

    /** Removes what was planned: publications first, so that none ever names a file that is gone. */
    public void carryOut(Sweep sweep) {
        sweep.publications().forEach(Vacuum::delete);
        sweep.files().forEach(Vacuum::delete);
    }

    private void named(TableState state, Set<Path> named) {
        Path folder = warehouse.root().resolve(state.table());
        for (String file : state.files()) {
            Path path = folder.resolve(file);
            named.add(path);
            named.add(path.resolveSibling("_resultat.json"));
        }
    }

    private List<Path> unnamed(Set<Path> named) {
        List<Path> unnamed = new ArrayList<>();
        for (String layer : List.of("bronze", "silver", "gold")) {
            Path folder = warehouse.root().resolve(layer);
            if (Files.isDirectory(folder)) {
                walk(folder).stream().filter(file -> !named.contains(file)).forEach(unnamed::add);
            }
        }
        return unnamed;
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> folder.relativize(file).toString().contains("run-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            Path folder = file.getParent();
            try (Stream<Path> left = Files.list(folder)) {
                if (left.findAny().isPresent()) {
                    return;
                }
            }
            if (folder.getFileName().toString().startsWith("run-")) {
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file, e);
        }
    }
}
