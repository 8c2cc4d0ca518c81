package fr.maillage.source.declaration;

import fr.maillage.schemas.CodeList;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Headers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the columns of a census stand in a file: by their own names, by other names people give them, or as a person said.
 *
 * <p>The names are data: see the list {@code colonne_recensement}.
 */
final class ColonnesRecensement {

    static final String IDENTIFIANT = "identifiant";
    static final String NOM = "nom";
    static final String FORME = "support_juridique";
    static final String CREATION = "date_creation";
    static final String FIN = "date_fin";

    private static final List<Map<String, String>> ROWS =
            CodeList.read("colonne_recensement").rows();
    private static final Map<String, String> NAMES = names();
    /** Fields only a census has: two of them and it is one. */
    private static final int ENOUGH = 2;

    /** What a person says of a column that is to be left out; as {@code *} of all that are not known. */
    private static final String IGNORER = "ignorer";

    private static final String ALL = "*";

    private final Map<String, Integer> places;
    private final List<String> inconnues;
    private final boolean said;

    private ColonnesRecensement(Map<String, Integer> places, List<String> inconnues, boolean said) {
        this.places = places;
        this.inconnues = inconnues;
        this.said = said;
    }

    /** @param said which field a column is, as {@code Intitulé=nom}, one per line; empty when nobody said */
    static ColonnesRecensement of(List<String> header, String said) {
        Map<String, String> own = own(said);
        Map<String, Integer> places = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String title = header.get(i) == null ? "" : header.get(i).strip();
            String name = Headers.normalised(title);
            String field = own.getOrDefault(name, NAMES.get(name));
            boolean taken = own.containsValue(field) && !own.containsKey(name);
            if (field != null && !taken && !field.equals(IGNORER) && !places.containsKey(field)) {
                places.put(field, i);
            } else if (!title.isEmpty() && !IGNORER.equals(field) && !IGNORER.equals(own.get(ALL))) {
                unknown.add(title);
            }
        }
        return new ColonnesRecensement(places, unknown, !own.isEmpty());
    }

    /**
     * Refuses a header with columns that would be lost.
     *
     * @throws BrokenFile naming them, and how to say what they are
     */
    void check() {
        if (!inconnues.isEmpty()) {
            throw new BrokenFile("colonnes inconnues : " + String.join(", ", inconnues)
                    + " ; dire ce qu’elles sont avec --colonne \"" + inconnues.get(0) + "=champ\" (champs : "
                    + String.join(", ", champs()) + "), ou les laisser de côté avec --colonne \"*=ignorer\"");
        }
    }

    /** Whether the header is that of a census. */
    boolean recognised() {
        long fields =
                places.keySet().stream().filter(field -> !isIdentity(field)).count();
        return places.containsKey(NOM) && (said ? !places.isEmpty() : places.containsKey(FORME) && fields >= ENOUGH);
    }

    /** The cell of a field, without blanks around; null when it is empty or the file has no such column. */
    String cell(List<String> cells, String field) {
        Integer at = places.get(field);
        return at == null || at >= cells.size() ? null : Lecture.texte(cells.get(at));
    }

    /** The fields that become facts, with the heading of each, in the order of the list. */
    Map<String, String> faits() {
        Map<String, String> faits = new LinkedHashMap<>();
        ROWS.stream()
                .filter(row -> !row.get("rubrique").isEmpty() && places.containsKey(row.get("code")))
                .forEach(row -> faits.put(row.get("code"), row.get("rubrique")));
        return faits;
    }

    /** The fields of a census, in the order of the template. */
    static List<String> champs() {
        return ROWS.stream().map(row -> row.get("code")).toList();
    }

    private static boolean isIdentity(String field) {
        return List.of(IDENTIFIANT, NOM, FORME, CREATION, FIN).contains(field);
    }

    private static Map<String, String> own(String said) {
        Map<String, String> own = new HashMap<>();
        said.lines().filter(line -> line.contains("=")).forEach(line -> {
            String title = line.substring(0, line.lastIndexOf('=')).strip();
            String field = line.substring(line.lastIndexOf('=') + 1).strip();
            own.put(title.equals(ALL) ? ALL : Headers.normalised(title), field);
        });
        return own;
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (Map<String, String> row : ROWS) {
            names.put(row.get("code"), row.get("code"));
            names.putIfAbsent(Headers.normalised(row.get("libelle")), row.get("code"));
        }
        for (Map<String, String> row : ROWS) {
            Arrays.stream(row.get("autres_noms").split(","))
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> names.putIfAbsent(name, row.get("code")));
        }
        return names;
    }

    /** A field a person may name, or the reason why not. */
    static Optional<String> inconnu(String field) {
        return champs().contains(field) || field.equals(IGNORER)
                ? Optional.empty()
                : Optional.of(String.join(", ", champs()) + ", " + IGNORER);
    }
}
