package fr.maillage.experience;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds cases by words: each must begin a word of the case, accents and capitals aside.
 *
 * <p>A word of the title weighs more than one of a fact; cases that weigh the same keep the order of their sources, so
 * that the same search always gives the same list.
 */
public final class Recherche {

    private static final List<Libelles> LANGUES = List.of(new Libelles(false), new Libelles(true));

    private final Catalogue catalogue;
    private final Map<String, List<Partie>> textes = new LinkedHashMap<>();

    /** Words of labels are found in both languages. */
    public Recherche(Catalogue catalogue) {
        this.catalogue = catalogue;
        catalogue.cas().forEach(cas -> textes.put(cas.code(), textes(cas)));
    }

    /** The cases that have every word and pass the filter, the heaviest first. */
    public List<Cas> list(List<String> typed, Filtre filtre) {
        List<String> words = Mots.list(typed);
        return catalogue.cas().stream()
                .filter(filtre::keeps)
                .filter(cas -> words.stream().allMatch(word -> weight(cas, word) > 0))
                .sorted(Comparator.comparingInt((Cas cas) ->
                        -words.stream().mapToInt(word -> weight(cas, word)).sum()))
                .toList();
    }

    private int weight(Cas cas, String word) {
        return textes.get(cas.code()).stream()
                .filter(partie -> Mots.has(partie.texte(), word))
                .mapToInt(Partie::poids)
                .sum();
    }

    /** What a case is found by, each part with what a word in it weighs. */
    static List<Partie> textes(Cas cas) {
        return List.of(
                Partie.of(8, cas.code() + " " + cas.dit("titre")),
                Partie.of(4, traits(cas)),
                Partie.of(3, cas.dit("resume")),
                Partie.of(2, joined(cas.lecons(), "texte_lecon")),
                Partie.of(
                        1,
                        Stream.of("sujet", "libelle", "citation", "valeur_dite")
                                .map(column -> joined(cas.faits(), column))
                                .collect(Collectors.joining(" "))));
    }

    private static String traits(Cas cas) {
        String labels = LANGUES.stream()
                .map(libelles -> libelles.of("forme_experience", cas.dit("forme_experience")) + " "
                        + libelles.of("type_territoire_experience", cas.dit("type_territoire")) + " "
                        + libelles.each("public_experience", cas.dit("publics_experience")) + " "
                        + cas.etiquettes().stream()
                                .map(row -> libelles.of("etiquette_experience", row.get("code_etiquette")))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" "));
        return labels + " " + cas.dit("territoire_dit") + " " + cas.dit("departements_dits");
    }

    private static String joined(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> row.get(column)).collect(Collectors.joining(" "));
    }

    /** A part of what is told of a case, and what a word found in it weighs. */
    record Partie(int poids, String texte) {

        static Partie of(int poids, String texte) {
            return new Partie(poids, Mots.plain(texte));
        }
    }
}
