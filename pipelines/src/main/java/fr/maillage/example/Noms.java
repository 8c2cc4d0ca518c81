package fr.maillage.example;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** How INSEE and FINESS print the name of a place. */
final class Noms {

    private record Article(String text, String code) {}

    // INSEE TNCC: 2 Le, 3 La, 4 Les, 5 L'.
    private static final List<Article> ARTICLES =
            List.of(new Article("Les ", "4"), new Article("Le ", "2"), new Article("La ", "3"), new Article("L'", "5"));

    private Noms() {}

    /** The code of the article, 0 without one before a consonant and 1 before a vowel. */
    static String tncc(String nom) {
        for (Article article : ARTICLES) {
            if (nom.startsWith(article.text)) {
                return article.code;
            }
        }
        return "AEIOUY".indexOf(majuscules(nom).charAt(0)) < 0 ? "0" : "1";
    }

    /** Without its article (NCCENR). */
    static String sansArticle(String nom) {
        for (Article article : ARTICLES) {
            if (nom.startsWith(article.text)) {
                return nom.substring(article.text.length());
            }
        }
        return nom;
    }

    /** Capitals without accents or punctuation (NCC when the article is off). */
    static String majuscules(String nom) {
        String plain = Normalizer.normalize(nom.replace("œ", "oe").replace("Œ", "Oe"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return plain.toUpperCase(Locale.ROOT).replaceAll("[-']", " ");
    }

    /** As a FINESS routing line prints it: Saint and Sainte shortened. */
    static String acheminement(String nom) {
        return majuscules(nom).replaceFirst("^SAINT ", "ST ").replaceFirst("^SAINTE ", "STE ");
    }

    /** The first characters, as many as the register's field holds. */
    static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width).strip();
    }
}
