package fr.maillage.serving.publish;

import fr.maillage.schemas.Field;
import fr.maillage.schemas.TableContract;

/** Titles, descriptions and units of contracts as the comments a dashboard shows. */
final class Comments {

    private Comments() {}

    static String of(TableContract table) {
        return titles(table.title(), table.title(true)) + ". " + table.grain() + " " + table.description();
    }

    static String of(Field field) {
        StringBuilder comment = new StringBuilder(titles(field.title(), field.title(true)));
        if (!field.description().isEmpty()) {
            comment.append(". ").append(field.description());
        }
        field.knownUnit().ifPresent(unit -> comment.append(" [").append(unit).append(']'));
        return comment.toString();
    }

    private static String titles(String title, String titleEn) {
        return title.equals(titleEn) ? title : title + " / " + titleEn;
    }
}
