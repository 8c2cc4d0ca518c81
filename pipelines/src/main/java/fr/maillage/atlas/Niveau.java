package fr.maillage.atlas;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Levels of territory, from the whole to its smallest part. */
enum Niveau {
    NATIONAL("Ensemble", "Whole", "ensemble du territoire", "whole territory"),
    REGION("Régions", "Regions", "région", "region"),
    DEPARTEMENT("Départements", "Départements", "département", "département"),
    EPCI("EPCI", "EPCI", "intercommunalité (EPCI)", "intermunicipality (EPCI)"),
    COMMUNE("Communes", "Communes", "commune", "commune");

    private final String title;
    private final String titleEn;
    private final String singular;
    private final String singularEn;

    Niveau(String title, String titleEn, String singular, String singularEn) {
        this.title = title;
        this.titleEn = titleEn;
        this.singular = singular;
        this.singularEn = singularEn;
    }

    /** The level written as in the tables; empty when it is none of ours. */
    static Optional<Niveau> find(String word) {
        return Arrays.stream(values())
                .filter(niveau -> niveau.word().equals(word))
                .findFirst();
    }

    /** As written in the column {@code niveau}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Labels titles() {
        return new Labels(title, titleEn);
    }

    Labels singulars() {
        return new Labels(singular, singularEn);
    }
}
