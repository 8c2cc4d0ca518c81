package fr.maillage.cli.doctor;

import fr.maillage.MaillageException;
import fr.maillage.source.Fiche;
import fr.maillage.source.Landing;
import fr.maillage.source.Sha256;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Publications;
import fr.maillage.warehouse.TableState;
import fr.maillage.warehouse.Warehouse;
import fr.maillage.warehouse.WarehouseLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether a warehouse can be read and written, and holds what its notes say. */
final class WarehouseHealth {

    private final Warehouse warehouse;

    WarehouseHealth(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    List<Diagnosis> examine(boolean deep) {
        if (!Files.isDirectory(warehouse.root())) {
            return List.of(Diagnosis.optional(
                    "Entrepôt", "Warehouse", "none at " + warehouse.root() + " yet. Run: maillage ingest PATH…"));
        }
        List<Diagnosis> diagnoses = new ArrayList<>(List.of(rights(), lock()));
        diagnoses.add(told("Fichiers reçus", "Landed files", () -> landing(deep)));
        diagnoses.add(told("Publication", "Publication", this::publication));
        return diagnoses;
    }

    /** A check of something that may be too damaged to be read. */
    private interface Check {
        Diagnosis run() throws IOException;
    }

    private static Diagnosis told(String french, String english, Check check) {
        try {
            return check.run();
        } catch (MaillageException e) {
            return Diagnosis.bad(french, english, e.getMessage());
        } catch (IOException e) {
            return Diagnosis.bad(french, english, "cannot be read: " + e.getMessage());
        }
    }

    private Diagnosis rights() {
        return Files.isWritable(warehouse.root())
                ? Diagnosis.good("Droits", "Rights", warehouse.root() + " can be written")
                : Diagnosis.optional(
                        "Droits", "Rights", warehouse.root() + " is read-only: it can be asked, not built");
    }

    private Diagnosis lock() {
        return WarehouseLock.writer(warehouse)
                .map(holder -> Diagnosis.optional("Verrou", "Lock", holder))
                .orElseGet(() -> Diagnosis.good("Verrou", "Lock", "nobody is writing"));
    }

    private Diagnosis landing(boolean deep) throws IOException {
        Landing landing = new Landing(warehouse);
        List<Fiche> fiches = landing.fiches();
        for (Fiche fiche : fiches) {
            Path file = landing.file(fiche);
            if (!Files.exists(file) || Files.size(file) != fiche.taille()) {
                return damaged(file);
            }
            if (deep && !Sha256.of(file).equals(fiche.sha256())) {
                return damaged(file);
            }
        }
        return Diagnosis.good(
                "Fichiers reçus",
                "Landed files",
                fiches.size() + (deep ? ", all as their digests say" : ", all there (--deep compares their content)"));
    }

    private static Diagnosis damaged(Path file) {
        return Diagnosis.bad(
                "Fichiers reçus",
                "Landed files",
                file + " is missing or damaged. Remove its folder and ingest the original again");
    }

    private Diagnosis publication() throws IOException {
        Publication newest = new Publications(warehouse).newest();
        if (newest.number() == 0) {
            return Diagnosis.optional("Publication", "Publication", "nothing built yet. Run: maillage build");
        }
        int files = 0;
        for (TableState table : newest.tables().values()) {
            for (String name : table.files()) {
                Path file = warehouse.root().resolve(table.table()).resolve(name);
                if (!Files.exists(file)) {
                    return Diagnosis.bad(
                            "Publication",
                            "Publication",
                            file + " is missing. Compute a new warehouse: maillage build --from-landing "
                                    + warehouse.root() + " --warehouse DIR");
                }
                files++;
            }
        }
        return Diagnosis.good(
                "Publication",
                "Publication",
                newest.number() + " of " + newest.builtAt() + ", "
                        + newest.tables().size() + " tables, " + files + " files, " + size(newest) + " MB");
    }

    private long size(Publication publication) throws IOException {
        long bytes = 0;
        for (TableState table : publication.tables().values()) {
            for (String name : table.files()) {
                bytes += Files.size(warehouse.root().resolve(table.table()).resolve(name));
            }
        }
        return bytes / 1_000_000;
    }
}
