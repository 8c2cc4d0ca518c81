package fr.maillage.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Lines of the etalab files, the fields in their order, with the {@link Defaut}s of establishments. */
final class LignesFiness {

    private static final Map<String, Map<String, String>> CATEGORIES = byCode("categories.csv");
    private static final Map<String, Map<String, String>> STATUTS = byCode("statuts.csv");

    private LignesFiness() {}

    /** Section structureej. */
    static String entite(EntiteJuridique e) {
        Adresse a = e.adresse();
        return String.join(
                ";",
                "structureej",
                e.numero(),
                Noms.cut(e.nom(), 38),
                Noms.cut(e.nom(), 60),
                "",
                a.numero(),
                a.type(),
                a.voie(),
                "",
                "",
                "",
                e.siege().code().substring(2),
                a.ligneAcheminement(),
                e.siege().departement(),
                departement(e.siege()),
                a.telephone(),
                e.statut(),
                STATUTS.get(e.statut()).get("libelle"),
                e.categorie(),
                e.categorie().isEmpty() ? "" : CATEGORIES.get(e.categorie()).get("libelle"),
                e.siren(),
                e.ape(),
                e.creation().toString());
    }

    /** Section structureet. */
    static String etablissement(Etablissement e, String nom, LocalDate release) {
        int rank = e.rang();
        Map<String, String> categorie = CATEGORIES.get(e.categorie());
        boolean unknown = Defaut.CATEGORIE_INCONNUE.falls(rank);
        Adresse a = e.adresse();
        List<String> fields = new ArrayList<>(List.of(
                "structureet",
                e.numero(),
                e.gestionnaire().numero(),
                Noms.cut(Defaut.GUILLEMETS_DOUBLES.falls(rank) ? quoted(nom) : nom, 38),
                Noms.cut(nom, 60),
                "",
                "",
                a.numero(),
                a.type(),
                a.voie(),
                "",
                "",
                Defaut.COMMUNE_INCONNUE.falls(rank) ? "999" : e.commune().code().substring(2),
                e.commune().departement(),
                departement(e.commune()),
                a.ligneAcheminement(),
                a.telephone(),
                "",
                unknown ? "799" : e.categorie(),
                unknown ? "" : Noms.cut(categorie.get("libelle"), 60),
                unknown ? "7000" : categorie.get("codeagr3"),
                unknown ? "" : Noms.cut(categorie.get("libelleagr3"), 60),
                e.siret(),
                e.gestionnaire().ape(),
                "",
                "",
                "",
                "",
                Defaut.DATE_IMPOSSIBLE.falls(rank)
                        ? "2019-02-31"
                        : e.ouverture().toString(),
                e.ouverture().minusDays(90).toString(),
                release.minusDays(rank % 900).toString()));
        // The number of the ministry of education came with the formats after 2020; the first release has the old one.
        if (release.equals(Exemple.SECONDE_DIFFUSION)) {
            fields.add("");
        }
        return String.join(";", fields) + (Defaut.POINT_VIRGULE_EN_TROP.falls(rank) ? ";" : "");
    }

    /** Section geolocalisation. */
    static String position(Etablissement e, LocalDate release) {
        int rank = e.rang();
        double far = Defaut.POSITION_HORS_COMMUNE.falls(rank) ? 9000 : 0;
        String x = String.format(Locale.ROOT, "%.1f", e.x() + far);
        String y = String.format(Locale.ROOT, "%.1f", e.y());
        if (Defaut.POSITION_EN_DEGRES.falls(rank)) {
            double[] lonLat = Lambert93.lonLat(e.x(), e.y());
            x = FichiersContours.degrees(lonLat[0]);
            y = FichiersContours.degrees(lonLat[1]);
        }
        boolean swapped = Defaut.AXES_INVERSES.falls(rank);
        return String.join(
                ";",
                "geolocalisation",
                e.numero(),
                swapped ? y : x,
                swapped ? x : y,
                "1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93",
                release.minusDays(1).toString());
    }

    private static String quoted(String nom) {
        int space = nom.indexOf(' ');
        return nom.substring(0, space + 1) + "\"\"" + nom.substring(space + 1) + "\"\"";
    }

    private static String departement(Commune commune) {
        return Noms.majuscules(Territoire.DEPARTEMENTS.get(commune.departement()));
    }

    private static Map<String, Map<String, String>> byCode(String resource) {
        return Ressource.rows(resource).stream().collect(Collectors.toMap(row -> row.get("code"), row -> row));
    }
}
