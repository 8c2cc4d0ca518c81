package fr.maillage.silver.place;

import java.util.Locale;

/** What a line of the classification may say of an equipment; each is a column of the list. */
enum Axe {
    PUBLIC,
    MODALITE,
    MEDICALISE,
    FINANCEUR,
    COMPTEE;

    String colonne() {
        return name().toLowerCase(Locale.ROOT);
    }
}
