package fr.maillage.source.insee;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The first line of a delimited file: what separates its cells and what its columns are called.
 *
 * @param delimiter comma, semicolon or tab, whichever the line has most of
 * @param columns names in lower case, without accents and quotes
 */
record Header(char delimiter, List<String> columns) {

    static Header of(String line) {
        char delimiter = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(line, candidate) > count(line, delimiter)) {
                delimiter = candidate;
            }
        }
        return new Header(
                delimiter,
                Arrays.stream(line.split(String.valueOf(delimiter), -1))
                        .map(Header::normalised)
                        .toList());
    }

    /** A column name as contracts write it: {@code "Région"} is {@code region}. */
    static String normalised(String name) {
        String bare = name.replace("\"", "").replace("\ufeff", "").strip();
        return Normalizer.normalize(bare, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }
}
