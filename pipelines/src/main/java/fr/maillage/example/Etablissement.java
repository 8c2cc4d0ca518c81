package fr.maillage.example;

import java.time.LocalDate;

/**
 * An invented establishment.
 *
 * @param rang place in the register, from 0; defects fall on ranks
 * @param ancienNom name in the first release when it changed since; null when it did not
 * @param ouverture day it opened; after the first release, it is missing there
 * @param ferme whether it closed between the two releases, and is missing from the second
 * @param x Lambert-93 easting, inside the contour of its commune; {@code y} the northing
 */
record Etablissement(
        int rang,
        String numero,
        EntiteJuridique gestionnaire,
        String nom,
        String ancienNom,
        String categorie,
        Commune commune,
        Adresse adresse,
        String siret,
        LocalDate ouverture,
        boolean ferme,
        double x,
        double y) {

    boolean estPublie(LocalDate release) {
        return ouverture.isBefore(release) && !(ferme && release.equals(Exemple.SECONDE_DIFFUSION));
    }

    /** Its name in a release. */
    String nom(LocalDate release) {
        return ancienNom != null && release.equals(Exemple.PREMIERE_DIFFUSION) ? ancienNom : nom;
    }
}
