package fr.maillage.experience;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the page of the cases shows and searches, as plain lists and maps in one language. */
public final class Contenu {

    private final Catalogue catalogue;
    private final Libelles libelles;
    private final Questions questions;

    public Contenu(Catalogue catalogue, Libelles libelles) {
        this.catalogue = catalogue;
        this.libelles = libelles;
        this.questions = new Questions(libelles);
    }

    /** Facets with their choices, and the cases. */
    public Map<String, Object> of() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("mots", Termes.of(libelles));
        content.put(
                "facettes",
                List.of(
                        facette("etiquette", libelles.mot("Étiquette", "Tag"), etiquettes()),
                        facette(
                                "type",
                                libelles.mot("Type de territoire", "Kind of territory"),
                                choix("type_territoire_experience")),
                        facette("forme", libelles.mot("Forme", "Form"), choix("forme_experience")),
                        facette("taille", libelles.mot("Taille", "Size"), choix("taille_experience")),
                        facette("question", libelles.mot("Question", "Question"), questions()),
                        facette("groupe", libelles.mot("Source", "Source"), choix("groupe_experience"))));
        content.put("lecons", lecons());
        content.put("cas", catalogue.cas().stream().map(this::cas).toList());
        return content;
    }

    private Map<String, Object> cas(Cas cas) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("code", cas.code());
        one.put("titre", cas.dit("titre"));
        one.put("resume", cas.dit("resume"));
        one.put("source", libelles.of("document_experience", cas.dit("document")) + ", " + Cas.lignes(cas.fiche()));
        one.put("traits", new Traits(libelles).list(cas));
        one.put("etiquettes", codes(cas.etiquettes(), "code_etiquette"));
        one.put("choix", choix(cas));
        one.put("parties", parties("rubrique_fait", "rubrique", cas.faits(), row -> Phrases.fait(row, libelles)));
        one.put("lecons", lecons(cas.lecons()));
        one.put("liens", cas.liens().stream().map(this::lien).toList());
        one.put("textes", Recherche.textes(cas));
        return one;
    }

    /** Lessons of tags, by tag. */
    private Map<String, Object> lecons() {
        Map<String, Object> lecons = new LinkedHashMap<>();
        libelles.list("etiquette_experience").codes().forEach(code -> {
            List<Map<String, String>> own = Catalogue.lecons(Set.of(code));
            if (!own.isEmpty()) {
                lecons.put(code, lecons(own));
            }
        });
        return lecons;
    }

    private List<Map<String, Object>> lecons(List<Map<String, String>> rows) {
        return parties("genre_lecon", "genre_lecon", rows, row -> Phrases.lecon(row, libelles));
    }

    /** The codes a case stands for in each facet. */
    private Map<String, List<String>> choix(Cas cas) {
        return Map.of(
                "etiquette", codes(cas.etiquettes(), "code_etiquette"),
                "type", List.of(cas.dit("type_territoire")),
                "forme", List.of(cas.dit("forme_experience")),
                "taille", List.of(cas.dit("taille_experience")),
                "question", questions.answered(cas).toList(),
                "groupe", List.of(cas.dit("groupe_experience")));
    }

    private List<Map<String, Object>> parties(
            String list,
            String column,
            List<Map<String, String>> rows,
            Function<Map<String, String>, String> sentence) {
        Map<String, List<Map<String, String>>> byCode =
                rows.stream().collect(Collectors.groupingBy(row -> row.get(column)));
        return libelles.list(list).codes().stream()
                .filter(byCode::containsKey)
                .map(code -> Map.<String, Object>of(
                        "titre",
                        libelles.of(list, code),
                        "lignes",
                        byCode.get(code).stream()
                                .map(row -> List.of(sentence.apply(row), Cas.lignes(row)))
                                .toList()))
                .toList();
    }

    private List<String> lien(Map<String, String> row) {
        String other = row.get("code_experience_liee");
        return List.of(
                libelles.of("genre_lien_experience", row.get("genre_lien")),
                other,
                catalogue.read(other).dit("titre"),
                Cas.lignes(row));
    }

    private static Map<String, Object> facette(String nom, String titre, List<List<String>> choix) {
        return Map.of("nom", nom, "titre", titre, "choix", choix);
    }

    /** Code, label and group of each choice of a facet. */
    private List<List<String>> choix(String list) {
        return libelles.list(list).codes().stream()
                .map(code -> List.of(code, libelles.of(list, code), ""))
                .toList();
    }

    private List<List<String>> etiquettes() {
        return libelles.list("etiquette_experience").rows().stream()
                .map(row -> List.of(
                        row.get("code"),
                        libelles.of("etiquette_experience", row.get("code")),
                        libelles.of("famille_etiquette", row.get("famille"))))
                .toList();
    }

    private List<List<String>> questions() {
        return questions.asked().stream()
                .map(row -> List.of(
                        row.get("code"),
                        row.get("code") + " " + row.get("libelle"),
                        libelles.of("document_experience", row.get("document"))))
                .toList();
    }

    private static List<String> codes(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> row.get(column)).toList();
    }
}
