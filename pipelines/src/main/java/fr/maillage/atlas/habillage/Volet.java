package fr.maillage.atlas.habillage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A page that an atlas has once, to which the others link. */
public enum Volet {
    CARTE("index.html"),
    COOPERATIONS("cooperations.html"),
    EVALUATIONS("evaluations.html"),
    EXPERIENCES("experiences.html");

    private final String file;

    Volet(String file) {
        this.file = file;
    }

    public String file() {
        return file;
    }

    /** Its word in {@code habillage.csv}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those that stand in a folder. */
    public static Set<Volet> in(Path folder) {
        Set<Volet> there = EnumSet.allOf(Volet.class);
        there.removeIf(volet -> !Files.exists(folder.resolve(volet.file)));
        return there;
    }
}
