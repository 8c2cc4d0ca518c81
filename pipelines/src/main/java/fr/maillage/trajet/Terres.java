package fr.maillage.trajet;

import fr.maillage.geo.CrsParDepartement;
import fr.maillage.schemas.CodeList;
import java.io.Serializable;
import java.util.HashMap;

/**
 * What roads hold together: the mainland, Corsica, each overseas département, and the islands and communes without roads
 * of {@code codes/terre_sans_route}.
 *
 * <p>The list says what contours cannot: that Ré and Oléron have a bridge, and that no road leads to Maripasoula.
 */
public final class Terres implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String METROPOLE = "metropole";
    private static final String CORSE = "corse";

    private final HashMap<String, String> listed = new HashMap<>();

    private Terres() {}

    /** As the closed list says. */
    public static Terres read() {
        Terres terres = new Terres();
        CodeList.read("terre_sans_route").rows().forEach(row -> terres.listed.put(row.get("code"), row.get("terre")));
        return terres;
    }

    /** The name of the land that a commune belongs to. */
    public String of(String codeCommune) {
        String own = listed.get(codeCommune);
        if (own != null) {
            return own;
        }
        String departement = CrsParDepartement.ofCommune(codeCommune);
        if (departement.length() > 2) {
            return departement;
        }
        return departement.equals("2A") || departement.equals("2B") || departement.equals("20") ? CORSE : METROPOLE;
    }
}
