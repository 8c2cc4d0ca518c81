package fr.maillage.example;

import java.time.LocalDate;

/**
 * A membership as declared.
 *
 * @param identifiant with its namespace
 * @param etablissement the establishment behind it, which may report activity; null for others
 * @param au null while a member
 */
record Membre(
        Cooperation cooperation,
        String identifiant,
        Etablissement etablissement,
        String role,
        LocalDate du,
        LocalDate au) {}
