package fr.maillage.example;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The etalab files of a FINESS release: cs1100501 (legal entities), cs1100502 (establishments), cs1100505 (social
 * equipment) and cs1100507 (establishments and positions).
 */
final class FichiersFiness {

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
        dossier.write(files.path("505", "0341"), files.with("93", FichierEquipements.lines(registre, release)));
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
                .map(LignesFiness::entite)
                .toList();
    }

    private List<String> etablissements() {
        return registre.publies(release).stream()
                .map(e -> LignesFiness.etablissement(e, e.nom(release), release))
                .toList();
    }

    /** A line cut short, and a number that is already there. */
    private List<String> extraLines() {
        List<Etablissement> publies = registre.publies(release);
        Etablissement cut = publies.get(500);
        Etablissement twice = publies.get(501);
        String line = LignesFiness.etablissement(cut, cut.nom(), release).replace(cut.numero(), "960199999");
        return List.of(
                line.substring(0, line.length() / 2),
                LignesFiness.etablissement(twice, "DOUBLON " + twice.nom(), release));
    }

    private List<String> positions() {
        return registre.publies(release).stream()
                .filter(e -> !Defaut.SANS_POSITION.falls(e.rang()))
                .map(e -> LignesFiness.position(e, release))
                .toList();
    }
}
