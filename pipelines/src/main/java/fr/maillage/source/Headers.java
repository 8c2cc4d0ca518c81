package fr.maillage.source;

import java.text.Normalizer;
import java.util.Locale;

/** Names of columns as a contract writes them, from those a file prints. */
public final class Headers {

    private Headers() {}

    /** In lower case, without accents, anything but letters and digits as one underscore: {@code Code région} is {@code code_region}. */
    public static String normalised(String header) {
        String plain = Normalizer.normalize(header.strip(), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
    }
}
