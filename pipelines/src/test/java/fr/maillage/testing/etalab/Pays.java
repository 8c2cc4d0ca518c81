package fr.maillage.testing.etalab;

import java.util.ArrayList;
import java.util.List;

/** The départements of the generated country, as FINESS writes them, and where they lie. */
final class Pays {

    /** Codes of the column departement: 01 to 95 with 2A and 2B, then overseas. */
    static final List<String> CODES = codes();

    private static final List<String> OUTRE_MER = List.of("9A", "9B", "9C", "9D", "9F");
    private static final int[] X_OUTRE_MER = {657_242, 708_500, 353_672, 340_000, 524_819};
    private static final int[] Y_OUTRE_MER = {1_795_384, 1_620_000, 544_349, 7_660_000, 8_587_194};
    private static final List<String> POSITIONS = List.of("UTM_N20", "UTM_N20", "UTM_N22", "UTM_S40", "UTM_S38");
    private static final List<String> SAINTS = List.of(
            "AUBIN", "BRICE", "CYR", "DENIS", "ELOI", "FLOUR", "GEOIRE", "HILAIRE", "JULIEN", "LEGER", "MARTIN",
            "NAZAIRE");
    private static final List<String> LIEUX = List.of(
            "EN BRESSE", "LA FORET", "SUR LOIRE", "DU BOIS", "LES VIGNES", "D AUNIS", "EN MONTAGNE", "DES PRES");

    private Pays() {}

    private static List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (int number = 1; number <= 95; number++) {
            if (number == 20) {
                codes.add("2A");
                codes.add("2B");
            } else {
                codes.add("%02d".formatted(number));
            }
        }
        codes.addAll(List.of("9A", "9B", "9C", "9D", "9F"));
        return List.copyOf(codes);
    }

    static boolean estOutreMer(int departement) {
        return rangOutreMer(departement) >= 0;
    }

    private static int rangOutreMer(int departement) {
        return OUTRE_MER.indexOf(CODES.get(departement));
    }

    /** The digit that follows 97 in INSEE codes. */
    static int chiffreOutreMer(int departement) {
        return OUTRE_MER.get(rangOutreMer(departement)).charAt(1) - 'A' + 1;
    }

    /** FINESS number: the département (97 and a digit overseas, 98 for Mayotte), a rank, the Luhn digit. */
    static String numero(int departement, int rang) {
        String code = CODES.get(departement);
        if (code.equals("9F")) {
            return luhn("98%06d".formatted(rang));
        }
        return luhn(
                estOutreMer(departement)
                        ? "970%d%04d".formatted(chiffreOutreMer(departement), rang)
                        : code + "%06d".formatted(rang));
    }

    /** Letters of Corsica weigh nothing. */
    static String luhn(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = Math.max(0, Character.digit(body.charAt(body.length() - 1 - i), 10));
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return body + (10 - sum % 10) % 10;
    }

    static String codePostal(int departement) {
        return CODES.get(departement).startsWith("2A") || CODES.get(departement).startsWith("2B")
                ? "20"
                : CODES.get(departement);
    }

    static String ville(int departement, int commune) {
        return "SAINT " + SAINTS.get((departement + 7 * commune) % SAINTS.size()) + " "
                + LIEUX.get((3 * departement + commune) % LIEUX.size());
    }

    /** Metres in the reference system of {@link #sourcePosition}; mainland départements stand in a grid of ten by ten. */
    static int x(int departement) {
        return estOutreMer(departement)
                ? X_OUTRE_MER[rangOutreMer(departement)]
                : 200_000 + 90_000 * (departement % 10);
    }

    static int y(int departement) {
        return estOutreMer(departement)
                ? Y_OUTRE_MER[rangOutreMer(departement)]
                : 6_150_000 + 90_000 * (departement / 10);
    }

    static String sourcePosition(int departement) {
        String projection = estOutreMer(departement) ? POSITIONS.get(rangOutreMer(departement)) : "LAMBERT_93";
        return "1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2," + projection;
    }
}
