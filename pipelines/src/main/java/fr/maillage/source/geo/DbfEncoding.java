package fr.maillage.source.geo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The encoding of a table of a shapefile, as the file .cpg or a byte of the table tells it. */
final class DbfEncoding {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private DbfEncoding() {}

    /** Told by a file .cpg: {@code UTF-8}, {@code 1252}, {@code ANSI 1252}, {@code 88591}; null when it is none known. */
    static Charset ofCodePage(String text) {
        String told = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^(ansi|oem|cp)\\s*(?=\\d)", "");
        if (told.equals("65001")) {
            return StandardCharsets.UTF_8;
        }
        if (told.matches("8859-?\\d{1,2}")) {
            return charset("iso-8859-" + told.replaceFirst("8859-?", ""));
        }
        return charset(told.matches("125\\d") ? "windows-" + told : told.replaceFirst("^(437|850|852|858)$", "ibm$1"));
    }

    /** Told by the language byte of the table; null when it tells nothing. */
    static Charset ofLanguage(byte language) {
        return switch (language) {
            case 0x01 -> charset("ibm437");
            case 0x02 -> charset("ibm850");
            case 0x03, 0x57, 0x58, 0x59 -> WINDOWS_1252;
            default -> null;
        };
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
