package fr.maillage.source.declaration;

import fr.maillage.MaillageException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What a person says of one release, as the upload {@link Gabarit#PARUTIONS} that records it.
 *
 * @param portee {@code nationale}, {@code echantillon} or codes of départements; null to leave it as it is deduced
 * @param retiree whether the release is withdrawn
 * @param le instant at which it is said
 */
public record DeclarationParution(
        String systeme, LocalDate jour, String portee, boolean retiree, String auteur, String raison, Instant le) {

    private static final List<String> SYSTEMES =
            List.of("finess-etalab", "finess-historique", "finess-flux", "finess-fhir", "finess-plus");
    private static final List<String> WHOLE = List.of("nationale", "echantillon");

    public DeclarationParution {
        if (!SYSTEMES.contains(systeme)) {
            throw new MaillageException("Cannot say anything of a release of '" + systeme + "': the systems are "
                    + String.join(", ", SYSTEMES) + ".");
        }
        if (portee != null && !WHOLE.contains(portee) && !portee.matches("[0-9][0-9A-J](?:[ ,]+[0-9][0-9A-J])*")) {
            throw new MaillageException("Cannot use the scope '" + portee
                    + "': it is nationale, echantillon, or codes of départements such as \"75 92 2A 9D\".");
        }
    }

    public String fileName() {
        return "parutions-" + systeme + "-" + jour + ".csv";
    }

    /** The upload: the header and one line. */
    public String csv() {
        boolean departements = portee != null && !WHOLE.contains(portee);
        return String.join(";", Gabarit.PARUTIONS.columns()) + "\r\n"
                + String.join(
                        ";",
                        systeme,
                        jour.toString(),
                        portee == null ? "" : departements ? "departements" : portee,
                        departements ? portee : "",
                        retiree ? "retiree" : "retenue",
                        quoted(auteur),
                        quoted(raison),
                        le.toString())
                + "\r\n";
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("[\\r\\n]+", " ").replace("\"", "\"\"") + '"';
    }

    /** What was recorded, for the person who said it. */
    public String sentence(boolean english) {
        String release = String.format(Locale.ROOT, english ? "Release %s of %s" : "Parution %s du %s", systeme, jour);
        if (retiree) {
            return release + (english ? ": withdrawn." : " : retirée.");
        }
        String scope = portee == null ? (english ? "scope as deduced" : "portée déduite") : portee;
        return release + (english ? ": kept, " : " : retenue, ") + scope + ".";
    }
}
