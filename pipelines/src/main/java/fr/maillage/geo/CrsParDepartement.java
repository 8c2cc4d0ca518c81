package fr.maillage.geo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The official reference system of each département, the one registers publish positions in.
 *
 * <p>The overseas ones are a list; every other département is in Lambert-93. Codes of INSEE (971) and of FINESS (9A) are
 * both understood.
 */
public final class CrsParDepartement {

    private static final Map<String, Integer> OVERSEAS = overseas();

    private CrsParDepartement() {}

    /** EPSG code of the département; empty for a code that is of none. */
    public static OptionalInt find(String departement) {
        Integer overseas = OVERSEAS.get(departement);
        if (overseas != null) {
            return OptionalInt.of(overseas);
        }
        boolean mainland = departement.matches("2[AB]|0[1-9]|[1-8]\\d|9[0-5]");
        return mainland ? OptionalInt.of(Crs.LAMBERT_93) : OptionalInt.empty();
    }

    /** Whether one of them is no département of France, by which a fictional territory is known. */
    public static boolean hasUnknown(Collection<String> departements) {
        return departements.stream().anyMatch(code -> find(code).isEmpty());
    }

    /** Code of the département of a commune: 2A for 2A004, 971 for 97105. */
    public static String ofCommune(String codeCommune) {
        boolean overseas = codeCommune.startsWith("97") || codeCommune.startsWith("98");
        return codeCommune.substring(0, Math.min(overseas ? 3 : 2, codeCommune.length()));
    }

    private static Map<String, Integer> overseas() {
        try (InputStream in = CrsParDepartement.class.getResourceAsStream("crs_par_departement.csv")) {
            Map<String, Integer> codes = new HashMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList()) {
                String[] cells = line.split(";");
                codes.put(cells[0], Integer.valueOf(cells[2]));
                if (!cells[1].isEmpty()) {
                    codes.put(cells[1], Integer.valueOf(cells[2]));
                }
            }
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
