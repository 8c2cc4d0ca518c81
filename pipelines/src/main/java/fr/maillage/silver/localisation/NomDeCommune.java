package fr.maillage.silver.localisation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A commune's name reduced to what all ways of writing it share.
 *
 * <p>Gone are accents, case, hyphens, apostrophes and spaces, leading articles, CEDEX with what follows it, and the
 * arrondissement after Paris, Lyon and Marseille. Abbreviations of the post office are spelt out: ST, STE, S/.
 */
final class NomDeCommune {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern CEDEX = Pattern.compile("\\bCEDEX\\b.*");
    private static final Pattern SUR = Pattern.compile("\\bS/");
    private static final Pattern SEPARATORS = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern ARRONDISSEMENT =
            Pattern.compile("^(PARIS|LYON|MARSEILLE)(?: \\d{1,2}(?:ER|E|EME|ER?ARRONDISSEMENT)?(?: ARRONDISSEMENT)?)$");
    private static final Set<String> ARTICLES = Set.of("LE", "LA", "LES", "L");
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("ST", "SAINT"),
            Map.entry("STE", "SAINTE"),
            Map.entry("STS", "SAINTS"),
            Map.entry("STES", "SAINTES"),
            Map.entry("S", "SUR"),
            Map.entry("SS", "SOUS"),
            Map.entry("GD", "GRAND"),
            Map.entry("GDE", "GRANDE"),
            Map.entry("MT", "MONT"),
            Map.entry("CHAT", "CHATEAU"),
            Map.entry("CHT", "CHATEAU"),
            Map.entry("NTRE", "NOTRE"),
            Map.entry("ND", "NOTRE DAME"));

    private NomDeCommune() {}

    /** Equal for two ways of writing one name; empty when nothing is left. */
    static String key(String name) {
        if (name == null) {
            return "";
        }
        String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace("Œ", "OE")
                .replace("Æ", "AE");
        String town = CEDEX.matcher(SUR.matcher(plain).replaceAll("SUR ")).replaceAll("");
        String words = SEPARATORS.matcher(town).replaceAll(" ").strip();
        words = ARRONDISSEMENT.matcher(words).replaceAll("$1");
        return String.join("", spelt(words.split(" ")));
    }

    private static List<String> spelt(String[] words) {
        List<String> spelt = new ArrayList<>(Arrays.asList(words));
        while (spelt.size() > 1 && ARTICLES.contains(spelt.get(0))) {
            spelt.remove(0);
        }
        spelt.replaceAll(word -> ABBREVIATIONS.getOrDefault(word, word).replace(" ", ""));
        return spelt;
    }
}
