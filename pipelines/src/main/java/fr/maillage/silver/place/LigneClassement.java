package fr.maillage.silver.place;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the classification.
 *
 * @param categorie a category (three characters), one of its groups (four), or {@code *}
 * @param dits what the line says, by column of the list
 * @param debut first day on which it is valid; null when it always was
 * @param fin last day on which it is valid; null when it still is
 */
record LigneClassement(
        String code,
        String categorie,
        String discipline,
        String typeActivite,
        String clientele,
        HashMap<String, String> dits,
        LocalDate debut,
        LocalDate fin)
        implements Serializable {

    static final String TOUT = "*";

    static LigneClassement of(Map<String, String> row) {
        HashMap<String, String> dits = new HashMap<>();
        for (Axe axe : Axe.values()) {
            dits.put(axe.colonne(), row.get(axe.colonne()));
        }
        return new LigneClassement(
                row.get("code"),
                row.get("categorie"),
                row.get("discipline"),
                row.get("type_activite"),
                row.get("clientele"),
                dits,
                jour(row.get("date_debut")),
                jour(row.get("date_fin")));
    }

    /** What the line says of an axis; empty when nothing. */
    String dit(Axe axe) {
        return dits.get(axe.colonne());
    }

    boolean vaut(LocalDate jour) {
        return (debut == null || !jour.isBefore(debut)) && (fin == null || !jour.isAfter(fin));
    }

    boolean concerne(CodesEquipement codes) {
        boolean categorieDite = categorie.equals(TOUT)
                || categorie.equals(codes.categorie())
                || categorie.equals(codes.agregat3())
                || categorie.equals(codes.agregat2());
        return categorieDite
                && est(discipline, codes.discipline())
                && est(typeActivite, codes.typeActivite())
                && est(clientele, codes.clientele());
    }

    /**
     * How specific it is: first the number of codes it names, then a category before its group, then a category before a
     * discipline, a type of activity and a clientele.
     */
    int rang() {
        int nommes = (int) List.of(categorie, discipline, typeActivite, clientele).stream()
                .filter(code -> !code.equals(TOUT))
                .count();
        return nommes * 100 + finesse() * 10 + poids(discipline, 4) + poids(typeActivite, 2) + poids(clientele, 1);
    }

    /** A category is finer than its group of level 3 (4605), that than the one of level 2 (4600). */
    private int finesse() {
        if (categorie.equals(TOUT)) {
            return 0;
        }
        if (categorie.length() == 3) {
            return 3;
        }
        return categorie.endsWith("00") ? 1 : 2;
    }

    private static int poids(String code, int poids) {
        return code.equals(TOUT) ? 0 : poids;
    }

    private static boolean est(String dit, String code) {
        return dit.equals(TOUT) || dit.equals(code);
    }

    private static LocalDate jour(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
