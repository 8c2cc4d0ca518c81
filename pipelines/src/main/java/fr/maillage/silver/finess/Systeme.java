package fr.maillage.silver.finess;

import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;

/**
 * A system that tells of entities, and what it can tell: a generation of FINESS, whatever the file.
 *
 * <p>A field a system has no place for is not empty in its files: it is not told, and what was known of it stays.
 *
 * @param nom name of the generation
 * @param champs the fields it tells
 */
public record Systeme(String nom, Set<String> champs) {

    /** The sectioned CSV files of data.gouv.fr, until May 2026. */
    public static final String ETALAB = "finess-etalab";
    /** The yearly historical export. */
    public static final String HISTORIQUE = "finess-historique";
    /** The standard XML flow. */
    public static final String FLUX = "finess-flux";
    /** The FHIR files made from the register. */
    public static final String FHIR = "finess-fhir";
    /** The JSON documents published since July 2026. */
    public static final String PLUS = "finess-plus";

    private static final List<String> TOUS = List.of(ETALAB, HISTORIQUE, FLUX, FHIR, PLUS);

    /** The system a file format belongs to, by the format's name; the name itself when it belongs to none. */
    public static Column of(Column format) {
        return when(format.startsWith("finess-cs"), FLUX)
                .when(format.startsWith(ETALAB), ETALAB)
                .when(format.startsWith(PLUS), PLUS)
                .otherwise(format);
    }

    /** Whether a system names closed entities too. */
    public static Column nommeLesFermes(Column systeme) {
        return systeme.isin(FLUX, PLUS);
    }

    /**
     * All systems that tell of something.
     *
     * @param champs the fields they tell
     * @param duFlux those of them that the XML flow alone has a place for
     */
    public static List<Systeme> all(Set<String> champs, String... duFlux) {
        Set<String> ailleurs = new TreeSet<>(champs);
        ailleurs.removeAll(Set.of(duFlux));
        return TOUS.stream()
                .map(nom -> new Systeme(nom, nom.equals(FLUX) ? champs : ailleurs))
                .toList();
    }
}
