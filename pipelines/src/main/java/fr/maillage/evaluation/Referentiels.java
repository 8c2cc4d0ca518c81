package fr.maillage.evaluation;

import fr.maillage.MaillageException;
import fr.maillage.schemas.CodeList;
import fr.maillage.serving.NearestNames;
import java.util.List;
import java.util.Map;

/** The assessment frameworks of {@code schemas/referentiels}: which there are, their axes, questions and answers. */
public final class Referentiels {

    private static final CodeList REFERENTIELS = CodeList.readFile("/schemas/referentiels/referentiel.csv");
    private static final CodeList AXES = CodeList.readFile("/schemas/referentiels/axe.csv");
    private static final CodeList ITEMS = CodeList.readFile("/schemas/referentiels/item.csv");
    private static final CodeList REPONSES = CodeList.readFile("/schemas/referentiels/reponse.csv");

    private Referentiels() {}

    /** One line per framework, in the order of the sources. */
    public static List<Map<String, String>> list() {
        return REFERENTIELS.rows();
    }

    /** The line of a framework; refuses an unknown one with the nearest. */
    public static Map<String, String> read(String code) {
        return REFERENTIELS
                .find(code)
                .orElseThrow(() ->
                        new MaillageException("Cannot show the framework " + code + ": there is none of that code. Try "
                                + String.join(", ", NearestNames.list(code, REFERENTIELS.codes())) + "."));
    }

    public static List<Map<String, String>> axes(String referentiel) {
        return of(AXES, referentiel);
    }

    public static List<Map<String, String>> items(String referentiel) {
        return of(ITEMS, referentiel);
    }

    /** The answers a question may have; one called texte stands for any words. */
    public static List<Map<String, String>> reponses(Map<String, String> item) {
        return REPONSES.rows().stream()
                .filter(row -> row.get("code_echelle").equals(item.get("code_echelle")))
                .toList();
    }

    /** Where a line was read, as {@code L123-130}. */
    public static String lignes(Map<String, String> row) {
        String first = row.get("ligne_debut");
        String last = row.get("ligne_fin");
        return "L" + (first.equals(last) ? first : first + "-" + last);
    }

    private static List<Map<String, String>> of(CodeList list, String referentiel) {
        return list.rows().stream()
                .filter(row -> row.get("code_referentiel").equals(referentiel))
                .toList();
    }
}
