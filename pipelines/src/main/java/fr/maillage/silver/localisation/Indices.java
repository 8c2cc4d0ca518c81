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
     * What the evidence comes to.
     *
     * @param adresse commune of the address, null when none or several match
     * @param commune retained commune, null when nothing tells
     * @param origine publiee, position, adresse or inconnue
     * @param position what the position leads to in the geography of {@code commune}
     */
    record Verdict(String adresse, String commune, Integer millesime, String origine, String position) {}

    private final Annuaire annuaire;

    Indices(Annuaire annuaire) {
        this.annuaire = annuaire;
    }

    List<String> departements(Annonce annonce) {
        return Departements.claimed(annonce.codePublie(), annonce.finess(), annonce.codePostal(), annonce.numero());
    }

    Verdict weigh(Annonce annonce, Position position) {
        String held = position.commune() == null
                ? null
                : annuaire.current(position.commune().code());
        String adresse = adresse(annonce, held);
        if (annonce.codePublie() != null) {
            return verdict(adresse, annonce.codePublie(), annonce.millesime(), "publiee", held);
        }
        boolean believed = held != null && (adresse == null || isClaimed(annonce, held));
        if (believed) {
            int year = position.commune().contours().millesime();
            return verdict(adresse, position.commune().code(), year, "position", held);
        }
        if (adresse != null) {
            return verdict(adresse, adresse, annuaire.millesime(), "adresse", held);
        }
        return new Verdict(null, null, null, "inconnue", null);
    }

    private boolean isClaimed(Annonce annonce, String commune) {
        return departements(annonce).contains(CrsParDepartement.ofCommune(commune));
    }

    /** The retained code is that of the cadre's geography when it leads there, else as given, with its own vintage. */
    private Verdict verdict(String adresse, String code, int millesime, String origine, String held) {
        String current = annuaire.current(code);
        int year = annuaire.knows(current) ? annuaire.millesime() : millesime;
        return new Verdict(adresse, current, year, origine, held);
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
