package fr.maillage.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.maillage.MaillageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrsTest {

    @ParameterizedTest
    @CsvSource({
        "01,  870262.2, 6571540.8,   5.20918,  46.22229",
        "2A,  870262.2, 6571540.8,   5.20918,  46.22229",
        "971, 657242.9, 1795384.4, -61.52874,  16.234",
        "9B,  657242.9, 1795384.4, -61.52874,  16.234",
        "973, 353672.8,  544349.1, -52.31973,   4.92347",
        "974, 323086.6, 7679599.8,  55.29821, -20.97571",
        "976, 524819.9, 8587194.7,  45.22868, -12.77989",
        "975, 563213.8, 5180306.8, -56.17201,  46.77332"
    })
    void findsThePublishedControlPoints(String departement, double x, double y, double longitude, double latitude) {
        int srid = CrsParDepartement.find(departement).orElseThrow();

        double[] there = Crs.transform(srid, Crs.WGS84, x, y);
        double[] back = Crs.transform(Crs.WGS84, srid, there);

        assertThat(there[0]).isCloseTo(longitude, within(6e-6));
        assertThat(there[1]).isCloseTo(latitude, within(6e-6));
        assertThat(back[0]).isCloseTo(x, within(0.02));
        assertThat(back[1]).isCloseTo(y, within(0.02));
    }

    @Test
    void convertsManyPointsAtOnceAndMarksThoseThatHaveNoPlace() {
        double[] converted = Crs.transform(Crs.WGS84, Crs.LAMBERT_93, 3, 46.5, Double.NaN, 46, 3, 46.5);

        assertThat(converted).hasSize(6);
        assertThat(converted[0]).isCloseTo(700_000, within(0.02));
        assertThat(converted[1]).isCloseTo(6_600_000, within(0.02));
        assertThat(converted[2]).isNaN();
        assertThat(converted[3]).isNaN();
        assertThat(converted[4]).isEqualTo(converted[0]);
    }

    @Test
    void givesNoPlaceToNumbersThatAreFarOutsideASystem() {
        // Metres of La Réunion with axes exchanged: the projection refuses such angles with an error of its own.
        assertThat(Crs.transform(2975, Crs.WGS84, 7_679_599.8, 323_086.6)).containsOnly(Double.NaN);
    }

    @Test
    void refusesACodeThatIsNotInTheRegister() {
        assertThatThrownBy(() -> Crs.transform(999_999, Crs.WGS84, 1, 1))
                .isInstanceOf(MaillageException.class)
                .hasMessageStartingWith("Cannot read coordinates in EPSG:999999: ");
        assertThat(Crs.isKnown(999_999)).isFalse();
        assertThat(Crs.isKnown(5490)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"01004, 01", "2A004, 2A", "97105, 971", "98611, 986", "20, 20"})
    void knowsTheDepartementOfACommune(String commune, String departement) {
        assertThat(CrsParDepartement.ofCommune(commune)).isEqualTo(departement);
    }

    @ParameterizedTest
    @CsvSource({"96", "00", "99", "XX"})
    void knowsNoSystemForACodeOfNoDepartement(String departement) {
        assertThat(CrsParDepartement.find(departement)).isEmpty();
    }
}
