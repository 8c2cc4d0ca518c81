package fr.maillage.silver.finess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdresseDeveloppeeTest {

    private static final AdresseDeveloppee ADRESSE = AdresseDeveloppee.read();

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "62, B, AV, DE JASSERON, 62 bis avenue DE JASSERON",
                "9, null, 'R   ', GUY DE MAUPASSANT, 9 rue GUY DE MAUPASSANT",
                "null, null, rte, DE PARIS, route DE PARIS",
                "2, T, XYZ, INCONNUE, 2 ter XYZ INCONNUE",
                "9, null, null, Rue Alexandre Bérard, 9 Rue Alexandre Bérard",
                "null, null, ZI, null, zone industrielle"
            })
    void writesOutTheTypesOfTheListAndKeepsTheOthers(
            String numero, String indice, String type, String voie, String expected) {
        assertThat(ADRESSE.call(numero, indice, type, voie, "as published")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "12 R DE LA PAIX, 12 rue DE LA PAIX",
                "12 B CHE DES DAMES, 12 bis chemin DES DAMES",
                "12 B, 12 B",
                "BD VICTOR HUGO, boulevard VICTOR HUGO",
                "PL, PL",
                "C HOPITAL, C HOPITAL",
                "' ', null",
                "null, null"
            })
    void takesALineApartWhenAFileGivesNothingElse(String line, String expected) {
        assertThat(ADRESSE.call(null, null, null, null, line)).isEqualTo(expected);
    }
}
