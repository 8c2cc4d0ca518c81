package fr.maillage.silver.anomalie;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeroSireneTest {

    @ParameterizedTest
    @CsvSource({
        "77930919400024, 14, true",
        "77930919400025, 14, false",
        "7793091940002,  14, false",
        "7793091940002A, 14, false",
        "00000000000000, 14, false",
        "779309194,       9, true",
        "779309195,       9, false",
        "356000000,       9, true",
        "35600000000048, 14, true",
        "35600000009075, 14, true",
        "35600000009076, 14, false"
    })
    void checksDigitsAndKeyWithTheExceptionOfLaPoste(String number, int length, boolean valid) {
        assertThat(NumeroSirene.isValid(number, length)).isEqualTo(valid);
    }
}
