package fr.maillage.silver.finess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The eight files of January 2021: two of ten are missing. */
class PorteeTest {

    private static final Portee PORTEE = Portee.of(
            "tranches",
            null,
            "010000024-130799034 130799075-280008418 280008459-350048039 350048070-750055352 830201208-930810908");

    @ParameterizedTest
    @CsvSource({
        "01, complet",
        "13, complet",
        "2A, complet",
        "29, complet",
        "74, complet",
        "75, partiel",
        "83, partiel",
        "93, partiel",
        "76, absent",
        "82, absent",
        "94, absent",
        "97, absent"
    })
    void saysWhichDepartementsAreToldWhole(String prefixe, String registre) {
        assertThat(PORTEE.registre(prefixe)).isEqualTo(registre);
    }

    @ParameterizedTest
    @CsvSource({"130799034, true", "130799050, false", "2A0000014, true", "800000010, false", "940000010, false"})
    void missesOnlyWhatLiesInsideAStretch(String numero, boolean missed) {
        assertThat(PORTEE.couvre(numero)).isEqualTo(missed);
    }

    @ParameterizedTest
    @CsvSource({
        "nationale, '', 75, complet",
        "departements, 75 92, 92, complet",
        "departements, 75 92, 93, absent",
        "echantillon, '', 75, partiel"
    })
    void takesASampleForNothingWhole(String portee, String departements, String prefixe, String registre) {
        assertThat(Portee.of(portee, departements, null).registre(prefixe)).isEqualTo(registre);
    }
}
