package fr.maillage.example;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The etalab files of a FINESS release: cs1100501 (legal entities), cs1100502 (establishments) and cs1100507
 * (establishments and positions).
 */
final class FichiersFiness {

    private static final Map<String, Map<String, String>> CATEGORIES = byCode("categories.csv");
    private static final Map<String, Map<String, String>> STATUTS = byCode("statuts.csv");

    private final Registre registre;
    private final LocalDate release;

    private FichiersFiness(Registre registre, LocalDate release) {
        this.registre = registre;
        this.release = release;
    }

    static void write(Registre registre, LocalDate release, Dossier dossier) {
        FichiersFiness files = new FichiersFiness(registre, release);
        boolean isFirst = release.equals(Exemple.PREMIERE_DIFFUSION);
        Charset charset = isFirst ? Dossier.WINDOWS_1252 : StandardCharsets.UTF_8;
        List<String> etablissements = files.etablissements();
        dossier.write(files.path("501", "0331"), files.with("91", files.entites()));
        dossier.write(files.path("502", "0336"), files.with("92", etablissements), "\n", charset);
        List<String> geolocated = new ArrayList<>(etablissements);
        if (!isFirst) {
            geolocated.addAll(files.extraLines());
        }
        geolocated.addAll(files.positions());
        dossier.write(files.path("507", "0338"), files.with("94", geolocated));
    }

    private String path(String number, String time) {
        return "finess/etalab-cs1100%s-stock-%s-%s.csv"
                .formatted(number, release.format(DateTimeFormatter.BASIC_ISO_DATE), time);
    }

    private List<String> with(String flux, List<String> lines) {
        List<String> all = new ArrayList<>();
        all.add("finess;etalab;" + flux + ";" + release);
        all.addAll(lines);
        return all;
    }

    private List<String> entites() {
        return registre.entites().stream()
                .filter(e -> e.creation().isBefore(release))
                .map(this::entite)
                .toList();
    }

    private String entite(EntiteJuridique e) {
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

    private List<String> etablissements() {
        return registre.publies(release).stream()
                .map(e -> etablissement(e, e.nom(release)))
                .toList();
    }

    /** A line cut short, and a number that is already there. */
    private List<String> extraLines() {
        List<Etablissement> publies = registre.publies(release);
        Etablissement cut = publies.get(500);
        Etablissement twice = publies.get(501);
        String line = etablissement(cut, cut.nom()).replace(cut.numero(), "960199999");
        return List.of(line.substring(0, line.length() / 2), etablissement(twice, "DOUBLON " + twice.nom()));
    }

    private String etablissement(Etablissement e, String nom) {
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

    private List<String> positions() {
        return registre.publies(release).stream()
                .filter(e -> !Defaut.SANS_POSITION.falls(e.rang()))
                .map(e -> position(e))
                .toList();
    }

    private String position(Etablissement e) {
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
