package fr.maillage.silver.localisation;

import fr.maillage.geo.CrsParDepartement;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * Weighs what the source, the position and the address say of an establishment's commune.
 *
 * <p>Codes of different vintages are compared by the commune of the cadre's geography they lead to. A name that several
 * communes bear, or that is found outside the département of the postal code, counts only where the position agrees.
 */
final class Indices implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * What is known of one establishment.
     *
     * @param millesime year in which the published commune code is to be read
     */
    record Annonce(String numero, String codePublie, String finess, String codePostal, String ville, int millesime) {}

    /**
     * What the evidence says, in communes of the cadre's geography where it leads there.
     *
     * @param adresse commune of the address, null when none or several match
     * @param annoncee commune the establishment claims: the published one, else that of the address; null when none
     * @param publiee whether the claimed commune is the published one
     * @param position commune the position leads to; null when it is in none
     * @param vraisemblable whether the position is in the département that is claimed
     */
    record Verdict(
            String adresse,
            String annoncee,
            Integer millesimeAnnoncee,
            boolean publiee,
            String position,
            Integer millesimePosition,
            boolean vraisemblable) {}

    private final Annuaire annuaire;

    Indices(Annuaire annuaire) {
        this.annuaire = annuaire;
    }

    List<String> departements(Annonce annonce) {
        return Departements.claimed(annonce.codePublie(), annonce.finess(), annonce.codePostal(), annonce.numero());
    }

    /** The commune of the cadre's geography that a published code leads to; null for none. */
    String current(String code) {
        return code == null ? null : annuaire.current(code);
    }

    Verdict weigh(Annonce annonce, Position position) {
        String held = position.commune() == null
                ? null
                : annuaire.current(position.commune().code());
        Integer heldYear =
                held == null ? null : year(held, position.commune().contours().millesime());
        String adresse = adresse(annonce, held);
        boolean publiee = annonce.codePublie() != null;
        String annoncee = publiee ? annuaire.current(annonce.codePublie()) : adresse;
        return new Verdict(
                adresse,
                annoncee,
                annoncee == null ? null : year(annoncee, annonce.millesime()),
                publiee,
                held,
                heldYear,
                held != null && departements(annonce).contains(CrsParDepartement.ofCommune(held)));
    }

    /** A code that leads to no commune of the cadre's geography keeps the vintage it came with. */
    private int year(String code, int own) {
        return annuaire.knows(code) ? annuaire.millesime() : own;
    }

    private String adresse(Annonce annonce, String held) {
        if (annonce.ville() == null) {
            return null;
        }
        List<String> departements =
                annonce.codePostal() != null && annonce.codePostal().matches("\\d{5}")
                        ? Departements.ofPostal(annonce.codePostal())
                        : departements(annonce);
        Set<String> found = annuaire.find(departements, annonce.ville());
        if (found.size() == 1) {
            return found.iterator().next();
        }
        Set<String> candidates = found.isEmpty() ? annuaire.findAnywhere(annonce.ville()) : found;
        return held != null && candidates.contains(held) ? held : null;
    }
}
