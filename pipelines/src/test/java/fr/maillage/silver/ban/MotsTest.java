package fr.maillage.silver.ban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.maillage.silver.finess.Mots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MotsTest {

    private static final Mots MOTS = Mots.read();
    private static final Ressemblance RESSEMBLANCE = new Ressemblance(MOTS);

    @ParameterizedTest
    @CsvSource({
        "AV DE JASSERON, AVENUE JASSERON",
        "Avenue de Jasseron, AVENUE JASSERON",
        "bd du gal de gaulle, BOULEVARD GENERAL GAULLE",
        "R STE THERESE, RUE SAINTE THERESE",
        "R BERELOT, RUE BERTHELOT",
        "Place de l’Église, PLACE EGLISE",
        "'R DE L''ABBE-GROULT', RUE ABBE GROULT",
        "LD LES COMBES, COMBES",
        "ZI NORD, ZONE INDUSTRIELLE NORD",
        "CHE, CHE",
        "ND DES CHAMPS, NOTRE DAME CHAMPS",
        "Rue du Cœur, RUE COEUR"
    })
    void writesNamesOutInTheWordsTheyAreComparedIn(String published, String words) {
        assertThat(String.join(" ", MOTS.of(published))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "AV DE JASSERON, Avenue de Jasseron, 1.0",
        "R PASTEUR, Rue Louis Pasteur, 0.75",
        "JASSERON, Avenue de Jasseron, 0.8",
        "R DE JASSERON, Avenue de Jasseron, 0.6667",
        "R VICTOR HUGO, Rue V. Hugo, 0.92",
        "R JEAN JAURES, Rue Jean Moulin, 0.6",
        "R PASTUER, Rue Pasteur, 0.9333",
        "R DU BAC, Rue du Lac, 0.3333",
        "R DU 8 MAI 1945, Rue du 8 Mai 1945, 1.0"
    })
    void countsTheWordsThatTwoNamesShare(String one, String other, double expected) {
        assertThat(RESSEMBLANCE.of(MOTS.of(one), MOTS.of(other))).isCloseTo(expected, within(0.0001));
        assertThat(RESSEMBLANCE.of(MOTS.of(other), MOTS.of(one))).isCloseTo(expected, within(0.0001));
    }
}
