package fr.maillage.trajet;

import fr.maillage.schemas.CodeList;
import java.io.Serializable;
import java.util.HashMap;

/**
 * Which arrondissements are mountains, by the closed list {@code arrondissement_montagne}.
 *
 * <p>No loaded file tells heights; an arrondissement is the finest division whose codes hardly change.
 */
public final class Reliefs implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The relief of all that is not listed. */
    public static final String PLAINE = "plaine";

    private final HashMap<String, String> listed = new HashMap<>();

    private Reliefs() {}

    /** As the closed list says. */
    public static Reliefs read() {
        Reliefs reliefs = new Reliefs();
        CodeList.read("arrondissement_montagne")
                .rows()
                .forEach(row -> reliefs.listed.put(row.get("code"), row.get("relief")));
        return reliefs;
    }

    /** Code of {@code codes/relief}; null for an arrondissement that is not known. */
    public String of(String arrondissement) {
        return arrondissement == null ? null : listed.getOrDefault(arrondissement, PLAINE);
    }
}
