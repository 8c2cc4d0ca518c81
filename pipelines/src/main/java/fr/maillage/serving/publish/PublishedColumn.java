package fr.maillage.serving.publish;

import fr.maillage.schemas.FieldType;

/**
 * A column of the published database.
 *
 * @param title what a person reads above it in French, unique in its table
 * @param titleEn the same in English
 * @param comment what it means, in both languages
 */
record PublishedColumn(String name, FieldType type, String title, String titleEn, String comment) {

    /** A column of a table of ours that no contract describes. */
    static PublishedColumn of(String name, FieldType type, String comment) {
        return new PublishedColumn(name, type, name, name, comment);
    }

    String title(boolean english) {
        return english ? titleEn : title;
    }
}
