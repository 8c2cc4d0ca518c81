package fr.maillage.silver.age;

import fr.maillage.MaillageException;
import fr.maillage.schemas.Parametres;
import fr.maillage.warehouse.Tables;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The age bands that are asked for, and the smaller ones they are all made of.
 *
 * @param voulues bands, which may overlap ({@code 75+} lies in {@code 65+})
 * @param elementaires from 0 to the last age without gaps: bounds stand wherever a wanted band begins or ends
 */
public record Tranches(List<Tranche> voulues, List<Tranche> elementaires) implements Serializable {

    /** The bands as the parameter of the cadre says them. */
    public static Tranches of(Tables tables) {
        return of(tables.value(Parametres.TRANCHES_AGE));
    }

    /**
     * @param written such as {@code 0-59,60-74,75+}
     * @throws MaillageException when one of them is no band
     */
    public static Tranches of(String written) {
        List<Tranche> voulues = Arrays.stream(written.split(","))
                .map(Tranche::of)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
        if (voulues.size() != written.split(",").length) {
            throw new MaillageException("Cannot use tranches_age=" + written
                    + ": bands are ages such as 0-14 or 75+, each once. Write for instance 0-17,18-59,60-74,75+.");
        }
        return new Tranches(voulues, elementaires(voulues));
    }

    private static List<Tranche> elementaires(List<Tranche> voulues) {
        TreeSet<Integer> bounds = new TreeSet<>(List.of(0, Tranche.DERNIER_AGE + 1));
        voulues.forEach(tranche -> bounds.addAll(List.of(tranche.debut(), tranche.suivant())));
        List<Tranche> tranches = new ArrayList<>();
        for (int debut : bounds.headSet(Tranche.DERNIER_AGE + 1)) {
            int suivant = bounds.higher(debut);
            tranches.add(new Tranche(debut, suivant > Tranche.DERNIER_AGE ? null : suivant - 1));
        }
        return List.copyOf(tranches);
    }
}
