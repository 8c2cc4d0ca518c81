package fr.maillage.experience;

import fr.maillage.MaillageException;
import fr.maillage.schemas.CodeList;
import fr.maillage.serving.NearestNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The cases of {@code schemas/experiences}, in the order of their sources. */
public record Catalogue(List<Cas> cas) {

    private static final String CODE = "code_experience";

    /** Reads the files that are part of the program: no warehouse, no Spark. */
    public static Catalogue read() {
        Map<String, List<Map<String, String>>> faits = byCase("fait");
        Map<String, List<Map<String, String>>> lecons = byCase("lecon");
        Map<String, List<Map<String, String>>> etiquettes = byCase("etiquette");
        Map<String, List<Map<String, String>>> liens = byCase("lien");
        return new Catalogue(lines("experience").stream()
                .map(fiche -> new Cas(
                        fiche,
                        faits.getOrDefault(fiche.get(CODE), List.of()),
                        lecons.getOrDefault(fiche.get(CODE), List.of()),
                        etiquettes.getOrDefault(fiche.get(CODE), List.of()),
                        liens.getOrDefault(fiche.get(CODE), List.of())))
                .toList());
    }

    /** The case of a code, whatever its case; empty when there is none. */
    public Optional<Cas> find(String code) {
        return cas.stream().filter(one -> one.code().equalsIgnoreCase(code)).findFirst();
    }

    /** The case of a code; refuses an unknown one with the nearest. */
    public Cas read(String code) {
        return find(code)
                .orElseThrow(() -> new MaillageException("Cannot show " + code + ": no experience has that code. Try "
                        + String.join(", ", NearestNames.list(code, codes())) + "."));
    }

    /** Lessons that the sources draw for a tag rather than for a case: a category, a mission, a principle, a method. */
    public static List<Map<String, String>> lecons(Set<String> etiquettes) {
        return lines("lecon").stream()
                .filter(row -> row.get(CODE).isEmpty() && etiquettes.contains(row.get("code_etiquette")))
                .toList();
    }

    List<String> codes() {
        return cas.stream().map(Cas::code).toList();
    }

    static List<Map<String, String>> lines(String file) {
        return CodeList.readFile("/schemas/experiences/" + file + ".csv").rows();
    }

    private static Map<String, List<Map<String, String>>> byCase(String file) {
        return lines(file).stream().collect(Collectors.groupingBy(row -> row.get(CODE)));
    }
}
