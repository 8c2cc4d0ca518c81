package fr.maillage.example;

import java.time.LocalDate;

/**
 * An invented manager.
 *
 * @param type kind of manager, of the list {@code gestionnaires.csv}
 * @param siege commune of its head office
 * @param categorie category a FINESS file gives some of them; empty for most
 */
record EntiteJuridique(
        String numero,
        String type,
        String nom,
        String statut,
        String siren,
        String ape,
        Commune siege,
        Adresse adresse,
        String categorie,
        LocalDate creation) {}
