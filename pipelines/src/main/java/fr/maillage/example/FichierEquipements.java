package fr.maillage.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The lines of the etalab file cs1100505: establishments with social equipment, then their equipment. */
final class FichierEquipements {

    private static final List<Equipement> EQUIPEMENTS = Equipement.all();

    private final LocalDate release;
    private final List<String> structures = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private FichierEquipements(LocalDate release) {
        this.release = release;
    }

    /** All lines but the first, which says what the file is. */
    static List<String> lines(Registre registre, LocalDate release) {
        FichierEquipements file = new FichierEquipements(release);
        registre.publies(release).forEach(file::add);
        if (release.equals(Exemple.SECONDE_DIFFUSION)) {
            file.lines.add(file.lines.get(0));
        }
        List<String> all = new ArrayList<>(file.structures);
        all.addAll(file.lines);
        return all;
    }

    private void add(Etablissement e) {
        List<Equipement> own =
                EQUIPEMENTS.stream().filter(equipement -> equipement.isOf(e)).toList();
        if (!own.isEmpty()) {
            structures.add(
                    String.join(";", "structureet", e.numero(), e.gestionnaire().numero()));
        }
        own.forEach(equipement -> lines.add(line(e, equipement)));
    }

    private String line(Etablissement e, Equipement equipement) {
        int rank = lines.size();
        boolean counted = equipement.places() > 0;
        boolean told = counted && !Defaut.PLACES_NON_DECLAREES.falls(rank);
        int installees = equipement.installees(e, release);
        int autorisees = equipement.autorisees(e, release);
        String updated = release.minusDays(30 + e.rang() % 700).toString();
        return String.join(
                ";",
                "equipementsocial",
                e.numero(),
                code(equipement, "discipline"),
                code(equipement, "libdiscipline"),
                code(equipement, "type"),
                code(equipement, "libtype"),
                code(equipement, "clientele"),
                code(equipement, "libclientele"),
                "A",
                told ? Integer.toString(installees) : "",
                "",
                "",
                told ? habilitees(equipement, installees) : "",
                code(equipement, "agemin"),
                code(equipement, "agemax"),
                Defaut.EQUIPEMENT_SUPPRIME.falls(rank) ? "O" : "N",
                e.ouverture().toString(),
                e.ouverture().minusDays(90).toString(),
                counted ? Integer.toString(autorisees) : "",
                "",
                "",
                counted ? habilitees(equipement, autorisees) : "",
                code(equipement, "agemin"),
                code(equipement, "agemax"),
                "N",
                e.ouverture().minusDays(90).toString(),
                updated,
                updated);
    }

    private static String code(Equipement equipement, String name) {
        return equipement.codes().get(name);
    }

    private static String habilitees(Equipement equipement, int places) {
        return equipement.habilite() == 0 ? "" : Integer.toString(places * equipement.habilite() / 100);
    }
}
