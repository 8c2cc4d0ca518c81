package fr.maillage.example;

import fr.maillage.schemas.CodeList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Addresses of one département as the Base Adresse Nationale publishes them, with the streets written out.
 *
 * <p>They place the establishments without a position whose address tells a number, or at least a street.
 */
final class FichierBan {

    static final String DEPARTEMENT = "96";

    private static final CodeList TYPES = CodeList.read("type_voie");
    private static final LocalDate JOUR = Exemple.SECONDE_DIFFUSION;
    private static final String EN_TETE = "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;"
            + "code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;"
            + "libelle_acheminement;nom_afnor;source_position;source_nom_voie;certification_commune;cad_parcelles";

    private FichierBan() {}

    static void write(Registre registre, Dossier dossier) {
        List<String> lines = new ArrayList<>(List.of(EN_TETE));
        Set<String> written = new HashSet<>();
        for (Etablissement e : registre.publies(JOUR)) {
            if (e.commune().departement().equals(DEPARTEMENT) && written.add(id(e))) {
                lines.add(line(e));
            }
        }
        dossier.write("ban/" + JOUR + "/adresses-" + DEPARTEMENT + ".csv", lines);
    }

    private static String line(Etablissement e) {
        Adresse a = e.adresse();
        double[] lonLat = Lambert93.lonLat(e.x(), e.y());
        return String.join(
                ";",
                id(e),
                "",
                numero(a),
                "",
                nom(a),
                e.commune().codePostal(),
                e.commune().code(),
                e.commune().nom(),
                "",
                "",
                String.format(Locale.ROOT, "%.2f", e.x()),
                String.format(Locale.ROOT, "%.2f", e.y()),
                FichiersContours.degrees(lonLat[0]),
                FichiersContours.degrees(lonLat[1]),
                "entrée",
                "",
                "",
                Noms.acheminement(e.commune().nom()),
                "",
                "commune",
                "commune",
                "1",
                "");
    }

    /** The keys have the street by a transitional code where its number is not known. */
    private static String id(Etablissement e) {
        String voie = Integer.toString(Math.abs(nom(e.adresse()).hashCode() % 2_000_000), 36);
        String code = "000000".substring(voie.length()) + voie;
        return "%s_%s_%05d".formatted(e.commune().code(), code, Integer.parseInt(numero(e.adresse())));
    }

    private static String numero(Adresse a) {
        return a.numero().isEmpty() ? "1" : a.numero();
    }

    private static String nom(Adresse a) {
        String type = TYPES.find(a.type()).map(row -> row.get("libelle")).orElse(a.type());
        String nom = type + " " + a.voie().toLowerCase(Locale.ROOT);
        return nom.substring(0, 1).toUpperCase(Locale.ROOT) + nom.substring(1);
    }
}
