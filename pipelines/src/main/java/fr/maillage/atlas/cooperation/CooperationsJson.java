package fr.maillage.atlas.cooperation;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.atlas.cooperation.Cooperations.Dossier;
import fr.maillage.atlas.habillage.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page of cooperations reads: rows, choices and timeline in one part, sheets in another. */
final class CooperationsJson {

    /** Sheets beyond it are left out, so that the page stays light; a fifth of it remains once packed. */
    private static final int MOST_BYTES = 12_000_000;

    private final Cooperations data;
    private final CooperationsMots mots;
    private final Map<String, String> departements;
    private final Map<String, Object> fiches = new LinkedHashMap<>();

    CooperationsJson(Cooperations data, CooperationsMots mots, Map<String, String> departements) {
        this.data = data;
        this.mots = mots;
        this.departements = departements;
        sheets();
    }

    private void sheets() {
        FicheJson sheet = new FicheJson(mots, data.noms(), departements);
        int bytes = 0;
        for (Map<String, Object> ligne : data.lignes()) {
            String code = code(ligne);
            Dossier dossier = data.dossiers().get(code);
            if (dossier != null && bytes < MOST_BYTES) {
                Object fiche = sheet.of(ligne, dossier);
                bytes += Json.bytes(fiche).length;
                fiches.put(code, fiche);
            }
        }
    }

    /** Sheets by the code of their cooperation. */
    Map<String, Object> fiches() {
        return fiches;
    }

    /**
     * Everything but the sheets.
     *
     * @param evaluees files of assessments, by the code of their cooperation
     * @param cartes pages whose map shows a cooperation, by its code
     */
    Map<String, Object> page(Map<String, String> evaluees, Map<String, String> cartes) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("mots", mots.page());
        page.put("jour", data.jour());
        page.put("jourDit", mots.day(data.jour(), "jour"));
        page.put("total", data.total());
        page.put("facettes", facettes());
        page.put("lignes", data.lignes().stream().map(this::ligne).toList());
        page.put("frise", data.frise().stream().map(CooperationsJson::frise).toList());
        page.put("formes", labels("forme_juridique", FORME_JURIDIQUE));
        page.put("coupes", coupes());
        page.put("evaluees", evaluees);
        page.put("cartes", cartes);
        return page;
    }

    /** What is shown in part only. */
    private List<String> coupes() {
        Set<String> parts = new TreeSet<>();
        data.coupes().forEach(table -> parts.add(table.title(mots.english())));
        if (fiches.size() < data.dossiers().size()) {
            parts.add(mots.mot("fiches"));
        }
        return List.copyOf(parts);
    }

    private List<Object> ligne(Map<String, Object> ligne) {
        String code = code(ligne);
        String members = data.dossiers().containsKey(code)
                ? data.dossiers().get(code).membres().stream()
                        .map(one -> Lignes.text(one, CooperationsReader.NOM_MEMBRE))
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining(", "))
                : "";
        return Arrays.asList(
                code,
                Coordonnees.remove(Lignes.text(ligne, NOM), mots.mot("coordonnees")),
                ligne.get(FORME_JURIDIQUE),
                ligne.get(CATEGORIE_PRINCIPALE),
                ligne.get(MATURITE),
                Boolean.TRUE.equals(ligne.get(EST_VIVANTE)) ? "oui" : "non",
                ligne.get(MOTIF_CHAMP),
                ligne.get(ORIGINE),
                Lignes.texts(ligne, CooperationsReader.DEPARTEMENTS),
                ligne.get(DATE_DEBUT),
                ligne.get(DATE_FIN),
                ligne.get(NB_MEMBRES_DU_JOUR),
                fiches.containsKey(code) ? 1 : 0,
                Coordonnees.remove(members, mots.mot("coordonnees")));
    }

    private static List<Object> frise(Map<String, Object> row) {
        return Arrays.asList(
                row.get(FORME_JURIDIQUE),
                row.get(CooperationsReader.ANNEE_DEBUT),
                row.get(CooperationsReader.ANNEE_FIN),
                row.get(CooperationsReader.NOMBRE_COOPERATIONS));
    }

    private List<Object> facettes() {
        return List.of(
                facette("forme", labels("forme_juridique", FORME_JURIDIQUE)),
                facette("categorie", labels("valeur_cooperation", CATEGORIE_PRINCIPALE)),
                facette("maturite", labels("valeur_cooperation", MATURITE)),
                facette("vie", words("vie.", Stream.of("oui", "non"))),
                facette("champ", words("champ.", seen(MOTIF_CHAMP))),
                facette("origine", words("origine.", seen(ORIGINE))),
                facette("departement", departements()));
    }

    private Map<String, Object> facette(String name, List<List<String>> choices) {
        return Map.of("nom", name, "titre", mots.mot("page." + name), "choix", choices);
    }

    /** Codes that occur, with their labels, in the order of their list. */
    private List<List<String>> labels(String list, String column) {
        Set<String> occur = seen(column).collect(Collectors.toCollection(LinkedHashSet::new));
        return mots.list(list).codes().stream()
                .filter(occur::contains)
                .map(code -> List.of(code, mots.of(list, code)))
                .toList();
    }

    private List<List<String>> words(String prefix, Stream<String> codes) {
        return codes.map(code -> List.of(code, mots.mot(prefix + code))).toList();
    }

    private List<List<String>> departements() {
        UnaryOperator<String> name =
                code -> departements.containsKey(code) ? code + " " + departements.get(code) : code;
        return data.lignes().stream()
                .flatMap(one -> Lignes.texts(one, CooperationsReader.DEPARTEMENTS).stream())
                .distinct()
                .sorted()
                .map(code -> List.of(code, name.apply(code)))
                .toList();
    }

    private Stream<String> seen(String column) {
        List<String> values = new ArrayList<>();
        data.lignes().forEach(one -> values.add(Lignes.text(one, column)));
        return values.stream().filter(Objects::nonNull).distinct().sorted();
    }

    private static String code(Map<String, Object> ligne) {
        return Lignes.text(ligne, CODE_COOPERATION);
    }
}
