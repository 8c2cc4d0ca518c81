package fr.maillage.silver.finess;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which FINESS numbers a release would name, were they in the register on its day.
 *
 * <p>The first two characters of a number are the département it was given in.
 *
 * @param nationale every number
 * @param departements FINESS codes of the départements told whole
 * @param tranches first and last number of each stretch told whole, in the order of the register
 */
record Portee(boolean nationale, List<String> departements, List<String[]> tranches) implements Serializable {

    /** The whole register. */
    static final String NATIONALE = "nationale";
    /** Whole départements. */
    static final String DEPARTEMENTS = "departements";
    /** Stretches of the register, from one number to another. */
    static final String TRANCHES = "tranches";
    /** Some entities, chosen we know not how: nothing can be missing from it. */
    static final String ECHANTILLON = "echantillon";

    /** From the texts of silver/parution: {@code 75 92} and {@code 010000024-130799034 130799075-280008418}. */
    static Portee of(String portee, String departements, String tranches) {
        return new Portee(
                NATIONALE.equals(portee),
                DEPARTEMENTS.equals(portee) ? words(departements) : List.of(),
                TRANCHES.equals(portee)
                        ? words(tranches).stream()
                                .map(text -> text.split("-", 2))
                                .toList()
                        : List.of());
    }

    private static List<String> words(String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.asList(text.strip().split("[\\s,]+"));
    }

    boolean couvre(String numero) {
        return numero != null
                && (nationale
                        || departements.contains(numero.substring(0, Math.min(2, numero.length())))
                        || tranches.stream()
                                .anyMatch(tranche ->
                                        numero.compareTo(tranche[0]) >= 0 && numero.compareTo(tranche[1]) <= 0));
    }

    /**
     * Whether the numbers that begin with a département's two characters are all told, some, or none.
     *
     * <p>Stretches that end and begin in one département follow each other: no département has as many establishments
     * as a file holds. The register begins with 01. Of a sample nothing is known but that it tells some.
     */
    String registre(String prefixe) {
        if (nationale || departements.contains(prefixe)) {
            return Parutions.COMPLET;
        }
        if (!peutManquer()) {
            return Parutions.PARTIEL;
        }
        boolean touched = false;
        for (String[] suite : suites()) {
            String first = suite[0].substring(0, 2);
            String last = suite[1].substring(0, 2);
            if ((first.compareTo(prefixe) < 0 || first.equals("01")) && last.compareTo(prefixe) > 0) {
                return Parutions.COMPLET;
            }
            touched |= first.compareTo(prefixe) <= 0 && last.compareTo(prefixe) >= 0;
        }
        return touched ? Parutions.PARTIEL : Parutions.ABSENT;
    }

    /** The stretches, those that follow each other as one. */
    private List<String[]> suites() {
        List<String[]> suites = new ArrayList<>();
        for (String[] tranche : tranches) {
            String[] before = suites.isEmpty() ? null : suites.get(suites.size() - 1);
            if (before != null && before[1].substring(0, 2).equals(tranche[0].substring(0, 2))) {
                before[1] = tranche[1];
            } else {
                suites.add(tranche.clone());
            }
        }
        return suites;
    }

    /** Whether an entity can be missing at all. */
    boolean peutManquer() {
        return nationale || !departements.isEmpty() || !tranches.isEmpty();
    }
}
