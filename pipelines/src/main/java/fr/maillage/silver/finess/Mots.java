package fr.maillage.silver.finess;

import fr.maillage.schemas.CodeList;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a street or locality in the words it is compared in: {@code Av. du Gal de Gaulle} is AVENUE GENERAL GAULLE.
 *
 * <p>Gone are accents, case, punctuation and the small words between. Street types and abbreviated words are written out
 * by {@code codes/type_voie}, {@code codes/abreviation_voie} and {@code codes/mot_sans_th}.
 */
public final class Mots implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^A-Z0-9]+");
    private static final Set<String> LIAISONS =
            Set.of("DE", "DU", "DES", "LA", "LE", "LES", "L", "D", "A", "AU", "AUX", "ET", "EN");
    /** Letters by which words are brought together before they are compared. */
    private static final int AMORCE = 3;

    private final HashMap<String, String> types;
    private final HashMap<String, String> abreviations;
    private final HashSet<String> motsDeType;

    private Mots(HashMap<String, String> types, HashMap<String, String> abreviations) {
        this.types = types;
        this.abreviations = abreviations;
        this.motsDeType = new HashSet<>();
        types.values().stream().filter(type -> !type.contains(" ")).forEach(motsDeType::add);
    }

    /** By the lists of the program. */
    public static Mots read() {
        HashMap<String, String> types = new HashMap<>();
        CodeList.read("type_voie").rows().forEach(row -> types.put(row.get("code"), plain(row.get("libelle"))));
        HashMap<String, String> abreviations = new HashMap<>();
        for (String list : List.of("abreviation_voie", "mot_sans_th")) {
            CodeList.read(list).rows().forEach(row -> abreviations.put(row.get("code"), row.get("libelle")));
        }
        return new Mots(types, abreviations);
    }

    /** The words of a name, in its order; none when nothing is left. */
    public String[] of(String nom) {
        if (nom == null) {
            return new String[0];
        }
        String[] written = plain(nom).split(" ");
        if (written.length > 1) {
            written[0] = types.getOrDefault(written[0], written[0]);
        }
        List<String> words = new ArrayList<>();
        for (String word : String.join(" ", written).split(" ")) {
            words.addAll(Arrays.asList(abreviations.getOrDefault(word, word).split(" ")));
        }
        words.removeIf(word -> word.isEmpty() || LIAISONS.contains(word));
        if (words.size() > 2 && words.get(0).equals("LIEU") && words.get(1).equals("DIT")) {
            words.subList(0, 2).clear();
        }
        return words.toArray(String[]::new);
    }

    /** Whether the first word says what kind of street it is, and not its name. */
    public boolean startsWithType(String[] mots) {
        return mots.length > 1 && motsDeType.contains(mots[0]);
    }

    /** The first letters of the words of the name proper, each once. */
    public String[] amorces(String[] mots) {
        return Arrays.stream(mots)
                .skip(startsWithType(mots) ? 1 : 0)
                .map(mot -> mot.substring(0, Math.min(AMORCE, mot.length())))
                .distinct()
                .toArray(String[]::new);
    }

    /** In capitals without accents, anything but letters and digits as one blank. */
    public static String plain(String text) {
        String bare = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace("Œ", "OE")
                .replace("Æ", "AE");
        return SEPARATORS.matcher(bare).replaceAll(" ").strip();
    }

    /** Written out repetition letters: {@code B} is BIS. */
    public static Map<String, String> indices() {
        Map<String, String> indices = new HashMap<>();
        CodeList.read("indice_repetition")
                .rows()
                .forEach(row -> indices.put(row.get("code"), plain(row.get("libelle"))));
        return indices;
    }
}
