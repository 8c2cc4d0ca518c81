package fr.maillage.experience;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Words as they are compared: without accents, case or punctuation. */
final class Mots {

    private Mots() {}

    /** The text as words with a space before each, so that a word is found by its beginning. */
    static String plain(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe");
        return " " + bare.replaceAll("[^a-z0-9]+", " ").strip();
    }

    /** What is looked for, word by word. */
    static List<String> list(List<String> typed) {
        return typed.stream()
                .flatMap(text -> Stream.of(plain(text).strip().split(" ")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether a word of the text begins so. */
    static boolean has(String plain, String word) {
        return plain.contains(" " + word);
    }
}
