package fr.maillage.trajet;

import fr.maillage.MaillageException;
import fr.maillage.schemas.CodeList;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * The classes of mean density of communes, from the least dense to the densest, with the bounds between them.
 *
 * <p>Inhabitants over area of a whole commune: not the grid of INSEE, which looks at squares within it.
 */
public final class Densites implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The class of a commune whose population or area is unknown. */
    public static final String INCONNUE = "inconnue";

    private final double[] seuils;
    private final String[] classes;

    private Densites(double[] seuils, String[] classes) {
        this.seuils = seuils;
        this.classes = classes;
    }

    /** From bounds separated by commas, one fewer than classes. */
    public static Densites of(String seuils) {
        List<String> classes = CodeList.read("classe_densite").codes().stream()
                .filter(classe -> !classe.equals(INCONNUE))
                .toList();
        double[] bounds = bounds(seuils);
        if (bounds.length != classes.size() - 1) {
            throw refused(seuils);
        }
        return new Densites(bounds, classes.toArray(String[]::new));
    }

    private static double[] bounds(String seuils) {
        double[] bounds;
        try {
            bounds = Arrays.stream(seuils.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException notANumber) {
            throw refused(seuils);
        }
        for (int i = 0; i < bounds.length; i++) {
            if (!(bounds[i] > (i == 0 ? 0 : bounds[i - 1]))) {
                throw refused(seuils);
            }
        }
        return bounds;
    }

    private static MaillageException refused(String seuils) {
        return new MaillageException(
                "Cannot use the parameters: densite_seuils takes three rising numbers of inhabitants"
                        + " per km² separated by commas, not '" + seuils + "'. Correct --set or parametres.yaml.");
    }

    /** The class of a density; {@link #INCONNUE} for null. */
    public String classe(Double densite) {
        if (densite == null) {
            return INCONNUE;
        }
        int rang = 0;
        while (rang < seuils.length && densite >= seuils[rang]) {
            rang++;
        }
        return classes[rang];
    }
}
