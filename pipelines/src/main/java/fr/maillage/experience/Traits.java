package fr.maillage.experience;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a case is, as names and values: form, territory, size, audiences, period, then its tags by family. */
final class Traits {

    private final Libelles libelles;

    Traits(Libelles libelles) {
        this.libelles = libelles;
    }

    /** Pairs of a name and a value; what the source does not tell is left out. */
    List<List<String>> list(Cas cas) {
        Map<String, String> traits = new LinkedHashMap<>();
        traits.put(libelles.mot("Forme", "Form"), libelles.of("forme_experience", cas.dit("forme_experience")));
        traits.put(
                libelles.mot("Territoire", "Territory"),
                cas.dit("territoire_dit") + " (" + libelles.of("type_territoire_experience", cas.dit("type_territoire"))
                        + ")");
        traits.put(
                libelles.mot("Départements", "Départements"),
                cas.dit("departements_dits").replace(",", ", "));
        traits.put(libelles.mot("Taille", "Size"), libelles.of("taille_experience", cas.dit("taille_experience")));
        traits.put(
                libelles.mot("Publics", "Audiences"),
                libelles.each("public_experience", cas.dit("publics_experience")));
        traits.put(libelles.mot("Période", "Period"), cas.dit("periode_dite"));
        etiquettes(cas).forEach((famille, tags) -> traits.put(libelles.of("famille_etiquette", famille), tags));
        return traits.entrySet().stream()
                .filter(trait -> !trait.getValue().isEmpty())
                .map(trait -> List.of(trait.getKey(), trait.getValue()))
                .toList();
    }

    private Map<String, String> etiquettes(Cas cas) {
        return cas.etiquettes().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("famille_etiquette"),
                        LinkedHashMap::new,
                        Collectors.mapping(this::etiquette, Collectors.joining(", "))));
    }

    private String etiquette(Map<String, String> row) {
        return libelles.of("etiquette_experience", row.get("code_etiquette"))
                + (row.get("provenance_etiquette").equals("lecture") ? libelles.mot(" (lecture)", " (as read)") : "");
    }
}
