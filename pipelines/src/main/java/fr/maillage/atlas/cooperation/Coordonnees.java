package fr.maillage.atlas.cooperation;

import java.util.regex.Pattern;

/** Keeps ways to reach a person off pages, wherever somebody typed them. */
final class Coordonnees {

    private static final Pattern MAIL = Pattern.compile("[\\p{L}\\d._%+-]+@[\\p{L}\\d-]+(\\.[\\p{L}\\d-]+)+");
    /** Ten digits that begin with 0, or those of +33; a FINESS number has nine, a SIREN nine, a SIRET fourteen. */
    private static final Pattern PHONE =
            Pattern.compile("(?<![\\d.,])(?:(?:\\+|00)33[ .]?(?:\\(0\\))?|0)[ .]?[1-9](?:[ .-]?\\d{2}){4}(?![\\d])");

    private Coordonnees() {}

    /** The text without mail addresses and telephone numbers; null stays null. */
    static String remove(String text, String instead) {
        if (text == null) {
            return null;
        }
        return PHONE.matcher(MAIL.matcher(text).replaceAll(instead)).replaceAll(instead);
    }
}
