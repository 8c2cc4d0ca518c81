package fr.maillage.source.geo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The level that the codes and names of a file speak of.
 *
 * <p>Code 01 is Ain and Guadeloupe, 75 is Paris and Nouvelle-Aquitaine: only a file whose every code and name together
 * are those of a région is one of régions.
 */
final class NiveauDesCodes {

    private static final Pattern COMMUNE = Pattern.compile("(\\d{2}|2[AB])\\d{3}");
    private static final Pattern EPCI = Pattern.compile("\\d{9}");
    private static final Pattern DEPARTEMENT = Pattern.compile("\\d{2}|2[AB]|9[78]\\d");
    private static final Set<String> REGIONS = regions();

    private int nbCodes;
    private int nbCommunes;
    private int nbEpci;
    private int nbDepartements;
    private int nbRegions;

    void add(String code, String nom) {
        nbCodes++;
        nbCommunes += COMMUNE.matcher(code).matches() ? 1 : 0;
        nbEpci += EPCI.matcher(code).matches() ? 1 : 0;
        nbDepartements += DEPARTEMENT.matcher(code).matches() ? 1 : 0;
        nbRegions += REGIONS.contains(key(code, nom)) ? 1 : 0;
    }

    /** The level most codes are of; null when they are of none. */
    String niveau() {
        if (nbCodes > 0 && nbRegions == nbCodes) {
            return "region";
        }
        if (2 * nbCommunes > nbCodes) {
            return "commune";
        }
        if (2 * nbEpci > nbCodes) {
            return "epci";
        }
        return 2 * nbDepartements > nbCodes ? "departement" : null;
    }

    private static String key(String code, String nom) {
        String plain = Normalizer.normalize(nom, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        return code + plain.replaceAll("[^a-z]", "");
    }

    private static Set<String> regions() {
        try (InputStream in = NiveauDesCodes.class.getResourceAsStream("regions.csv")) {
            Set<String> keys = new HashSet<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";"))
                    .forEach(cells -> keys.add(key(cells[0], cells[1])));
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
