package fr.maillage.serving;

import fr.maillage.source.Landing;
import fr.maillage.source.SourceFile;
import fr.maillage.warehouse.Warehouse;
import java.util.Map;
import java.util.TreeMap;

/** The names that landed files had when they came: what a person knows them by. */
public final class FileNames {

    private FileNames() {}

    /** By the identity that rows carry in {@code _fichier}; a member of an archive is named after it. */
    public static Map<String, String> of(Warehouse warehouse) {
        Map<String, String> names = new TreeMap<>();
        for (SourceFile file : new Landing(warehouse).files()) {
            names.put(file.id(), file.member().isEmpty() ? file.name() : file.name() + " › " + file.member());
        }
        return names;
    }
}
