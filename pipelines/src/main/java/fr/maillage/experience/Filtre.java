package fr.maillage.experience;

import fr.maillage.MaillageException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What a person chose besides words; every choice narrows. */
public final class Filtre {

    private final Libelles libelles;
    private final List<Predicate<Cas>> kept = new ArrayList<>();
    private final Set<String> etiquettes = new LinkedHashSet<>();

    public Filtre(Libelles libelles) {
        this.libelles = libelles;
    }

    /** Cases that bear a tag, by its code or words of its label; several tags of those words are as good. */
    public Filtre etiquette(String typed) {
        Set<String> codes = codes("etiquette_experience", "tag", typed);
        etiquettes.addAll(codes);
        kept.add(cas -> codes.stream().anyMatch(cas::porte));
        return this;
    }

    /** Codes of the tags that were chosen. */
    public Set<String> etiquettes() {
        return etiquettes;
    }

    public Filtre forme(String typed) {
        return column("forme_experience", "form", "forme_experience", typed);
    }

    public Filtre taille(String typed) {
        return column("taille_experience", "size", "taille_experience", typed);
    }

    /** Cases of a kind of territory, else of a territory or département whose name has those words. */
    public Filtre territoire(String typed, Catalogue catalogue) {
        Predicate<Cas> named = named(typed);
        if (libelles.codes("type_territoire_experience", typed).isEmpty()
                && catalogue.cas().stream().anyMatch(named)) {
            kept.add(named);
            return this;
        }
        return column("type_territoire", "territory", "type_territoire_experience", typed);
    }

    /** Cases that answer a question. */
    public Filtre question(String typed, Questions questions) {
        List<Map<String, String>> asked = questions.list(typed);
        kept.add(cas -> questions.answer(asked, cas).isPresent());
        return this;
    }

    boolean keeps(Cas cas) {
        return kept.stream().allMatch(choice -> choice.test(cas));
    }

    private Filtre column(String column, String option, String list, String typed) {
        Set<String> codes = codes(list, option, typed);
        kept.add(cas -> codes.contains(cas.dit(column)));
        return this;
    }

    private Set<String> codes(String list, String option, String typed) {
        Set<String> codes = libelles.codes(list, typed);
        if (codes.isEmpty()) {
            throw new MaillageException("Cannot search by the " + option + " " + typed + ": it is in no list. Try "
                    + String.join(", ", libelles.near(list, typed)) + ".");
        }
        return codes;
    }

    private static Predicate<Cas> named(String typed) {
        List<String> words = Mots.list(List.of(typed));
        return cas -> {
            String names = Mots.plain(cas.dit("territoire_dit") + " " + cas.dit("departements_dits"));
            return words.stream().allMatch(word -> Mots.has(names, word));
        };
    }
}
