package fr.maillage.silver.localisation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.geo.Crs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LecturePositionTest {

    private static final LecturePosition MAINLAND =
            new LecturePosition(new Carres().commune("01451", 5.2, 46.2, 0.1).index(Crs.WGS84));

    @Test
    void keepsAPositionThatLiesInACommuneAsItIs() {
        Position position = MAINLAND.read(5.21, 46.22, 4326L, List.of("75"));

        assertThat(position.interpretation()).isEqualTo("telle_quelle");
        assertThat(position.commune().code()).isEqualTo("01451");
        assertThat(position.srid()).isEqualTo(4326);
    }

    @ParameterizedTest
    @CsvSource({
        "97105, 971, 5490, 657242.9, 1795384.4, -61.52874, 16.234",
        "97209, 972, 5490, 709000.0, 1616000.0, -61.06, 14.61",
        "97302, 973, 2972, 353672.8, 544349.1, -52.31973, 4.92347",
        "97411, 974, 2975, 323086.6, 7679599.8, 55.29821, -20.97571",
        "97608, 976, 4471, 524819.9, 8587194.7, 45.22868, -12.77989"
    })
    void rereadsOverseasCoordinatesThatWereTakenForLambert93(
            String commune, String departement, long srid, double x, double y, double longitude, double latitude) {
        double[] published = Crs.transform(Crs.LAMBERT_93, Crs.WGS84, x, y);
        LecturePosition lecture = new LecturePosition(
                new Carres().commune(commune, longitude, latitude, 0.05).index(Crs.WGS84));

        Position position = lecture.read(published[0], published[1], 4326L, List.of(departement));

        assertThat(position.interpretation()).isEqualTo("relue_comme_utm");
        assertThat(position.srid()).isEqualTo((int) srid);
        assertThat(position.x()).isCloseTo(x, org.assertj.core.data.Offset.offset(0.01));
        assertThat(position.commune().code()).isEqualTo(commune);
        assertThat(position.raison()).contains("EPSG:" + srid);
    }

    @Test
    void doesNotBelieveAReadingThatLandsInAnotherDepartement() {
        double[] published = Crs.transform(Crs.LAMBERT_93, Crs.WGS84, 657242.9, 1795384.4);
        LecturePosition lecture = new LecturePosition(
                new Carres().commune("97209", -61.52874, 16.234, 0.05).index(Crs.WGS84));

        Position position = lecture.read(published[0], published[1], 4326L, List.of("971"));

        assertThat(position.interpretation()).isEqualTo("aucune");
        assertThat(position.isKept()).isFalse();
        assertThat(position.raison()).contains("aucune commune");
    }

    @Test
    void exchangesAxesThatWereSwapped() {
        Position position = MAINLAND.read(46.2, 5.2, 4326L, List.of("01"));

        assertThat(position.interpretation()).isEqualTo("axes_inverses");
        assertThat(position.x()).isEqualTo(5.2);
        assertThat(position.commune().code()).isEqualTo("01451");
    }

    @Test
    void readsAPublishedUtmThatWasLabelledLambert93() {
        LecturePosition lecture = new LecturePosition(
                new Carres().commune("97411", 323086.6, 7679599.8, 1000).index(2975));

        Position position = lecture.read(323086.6, 7679599.8, 2154L, List.of("974"));

        assertThat(position.interpretation()).isEqualTo("relue_comme_utm");
        assertThat(position.srid()).isEqualTo(2975);
    }

    @Test
    void findsAPointInContoursOfAnotherSystem() {
        Position position = MAINLAND.read(870262.2, 6571540.8, 2154L, List.of("01"));

        assertThat(position.interpretation()).isEqualTo("telle_quelle");
        assertThat(position.srid()).isEqualTo(2154);
        assertThat(position.commune().code()).isEqualTo("01451");
    }

    @Test
    void saysWhyThereIsNoPosition() {
        assertThat(MAINLAND.read(null, 46.2, 4326L, List.of("01")).raison()).contains("Aucune position");
        assertThat(MAINLAND.read(5.2, 46.2, 999999L, List.of("01")).raison()).contains("EPSG:999999");
    }
}
