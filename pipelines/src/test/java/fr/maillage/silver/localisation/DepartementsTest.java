package fr.maillage.silver.localisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepartementsTest {

    @ParameterizedTest
    @CsvSource({
        "01451, 01, 01440, 010000024, 01",
        "97105, 9A, 97100, 970100012, 971",
        "     , 9D, 97400, 970400012, 974",
        "     , 9D,      , 970400012, 974",
        "     ,   , 20000, 2A0000014, 2A",
        "     ,   , 20200, 2B0000012, 2B",
        "     ,   , 20600, 2B0000012, 2B",
        "     ,   , 97150, 970100012, 978",
        "     ,   , 97133, 970100012, 977",
        "     ,   , 75013, 750000001, 75",
        "     ,   ,      , 970300012, 973",
        "     ,   ,      , 980500003, 976",
        "     ,   , 1440 , 010000024, 01"
    })
    void takesTheBestOfWhatIsGiven(String commune, String finess, String codePostal, String numero, String expected) {
        assertThat(Departements.claimed(commune, finess, codePostal, numero)).containsExactly(expected);
    }
}
