package fr.maillage.cli;

import fr.maillage.warehouse.Warehouse;
import picocli.CommandLine.Option;

/** What every command may be told: which warehouse, and in which language people read. */
public final class CommonOptions {

    /** Languages of titles and messages about data. */
    public enum Language {
        fr,
        en
    }

    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            defaultValue = "warehouse",
            description = "Folder of the warehouse, or its file: address (default: ./warehouse).")
    private String location;

    @Option(
            names = "--locale",
            paramLabel = "fr|en",
            defaultValue = "fr",
            description = "Language of titles and of messages about data (default: ${DEFAULT-VALUE}).")
    private Language language;

    public Warehouse warehouse() {
        return Warehouse.at(location);
    }

    /** The place of the warehouse as the person wrote it, for messages that repeat it. */
    public String location() {
        return location;
    }

    public boolean english() {
        return language == Language.en;
    }
}
