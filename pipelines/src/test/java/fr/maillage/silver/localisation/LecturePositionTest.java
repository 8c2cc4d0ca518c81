package fr.maillage.silver.localisation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.geo.Crs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LecturePositionTest {

    private static final LecturePosition MAINLAND =
            new LecturePosition(new Carres().commune("01451", 5.2, 46.2, 0.1).index(Crs.WGS84), 50);

    @Test
    void keepsAPositionThatLiesInACommuneAsItIs() {
        Position position = read(MAINLAND, 5.21, 46.22, 4326L, List.of("75"));

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
                new Carres().commune(commune, longitude, latitude, 0.05).index(Crs.WGS84), 50);

        Position position = read(lecture, published[0], published[1], 4326L, List.of(departement));

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
                new Carres().commune("97209", -61.52874, 16.234, 0.05).index(Crs.WGS84), 50);

        Position position = read(lecture, published[0], published[1], 4326L, List.of("971"));

        assertThat(position.interpretation()).isEqualTo("aucune");
        assertThat(position.isKept()).isFalse();
        assertThat(position.raison()).contains("aucune commune");
    }

    @Test
    void exchangesAxesThatWereSwapped() {
        Position position = read(MAINLAND, 46.2, 5.2, 4326L, List.of("01"));

        assertThat(position.interpretation()).isEqualTo("axes_inverses");
        assertThat(position.x()).isEqualTo(5.2);
        assertThat(position.commune().code()).isEqualTo("01451");
    }

    @Test
    void readsAPublishedUtmThatWasLabelledLambert93() {
        LecturePosition lecture = new LecturePosition(
                new Carres().commune("97411", 323086.6, 7679599.8, 1000).index(2975), 50);

        Position position = read(lecture, 323086.6, 7679599.8, 2154L, List.of("974"));

        assertThat(position.interpretation()).isEqualTo("relue_comme_utm");
        assertThat(position.srid()).isEqualTo(2975);
    }

    @Test
    void findsAPointInContoursOfAnotherSystem() {
        Position position = read(MAINLAND, 870262.2, 6571540.8, 2154L, List.of("01"));

        assertThat(position.interpretation()).isEqualTo("telle_quelle");
        assertThat(position.srid()).isEqualTo(2154);
        assertThat(position.commune().code()).isEqualTo("01451");
    }

    @Test
    void saysWhyThereIsNoPosition() {
        assertThat(read(MAINLAND, null, 46.2, 4326L, List.of("01")).raison()).contains("Aucune position");
        assertThat(read(MAINLAND, 5.2, 46.2, 999999L, List.of("01")).raison()).contains("EPSG:999999");
    }

    @ParameterizedTest
    @CsvSource({
        "01004, 01, 2154, 870262.2, 6571540.8, 5.20918, 46.22229",
        "97105, 971, 5490, 657242.9, 1795384.4, -61.52874, 16.234",
        "97302, 973, 2972, 353672.8, 544349.1, -52.31973, 4.92347",
        "97411, 974, 2975, 323086.6, 7679599.8, 55.29821, -20.97571",
        "97608, 976, 4471, 524819.9, 8587194.7, 45.22868, -12.77989",
        "97502, 975, 4467, 563213.8, 5180306.8, -56.17201, 46.77332"
    })
    void readsBothPairsOfTheControlPointsHoweverTheyAreExchanged(
            String commune, String departement, int srid, double x, double y, double longitude, double latitude) {
        LecturePosition lecture = new LecturePosition(
                new Carres().commune(commune, longitude, latitude, 0.05).index(Crs.WGS84), 50);
        List<String> claimed = List.of(departement);

        Position july = lecture.read(pairs(longitude, latitude, x, y), claimed);
        Position september = lecture.read(pairs(x, y, longitude, latitude), claimed);
        Position axes = lecture.read(pairs(latitude, longitude, y, x), claimed);
        Position both = lecture.read(pairs(y, x, latitude, longitude), claimed);
        Position metres = lecture.read(pairs(x, y, null, null), claimed);

        assertThat(july.interpretation()).isEqualTo("telle_quelle");
        assertThat(july.ecart()).isLessThan(2);
        assertThat(july.raison()).contains("EPSG:" + srid);
        assertThat(september.interpretation()).isEqualTo("paires_echangees");
        assertThat(axes.interpretation()).isEqualTo("axes_inverses");
        assertThat(both.interpretation()).isEqualTo("paires_echangees");
        assertThat(both.raison()).contains("axes échangés");
        for (Position position : List.of(july, september, axes, both)) {
            assertThat(position.srid()).isEqualTo(4326);
            assertThat(position.x()).isEqualTo(longitude);
            assertThat(position.y()).isEqualTo(latitude);
            assertThat(position.commune().code()).isEqualTo(commune);
        }
        assertThat(metres.interpretation()).isEqualTo("relue_en_metres");
        assertThat(metres.srid()).isEqualTo(srid);
        assertThat(metres.commune().code()).isEqualTo(commune);
    }

    @Test
    void refusesPairsThatDisagreeAndSaysByHowMuch() {
        Position position = MAINLAND.read(pairs(5.20918, 46.22229, 870262.2, 6572540.8), List.of("01"));

        assertThat(position.isKept()).isFalse();
        assertThat(position.ecart()).isCloseTo(1000, org.assertj.core.data.Offset.offset(10.0));
        assertThat(position.raison())
                .contains("Les deux paires de coordonnées sont à")
                .contains(" m l’une de l’autre");
    }

    @Test
    void takesTheSystemOfTheSecondPairFromTheBanKeyWhenTheClaimIsElsewhere() {
        LecturePosition lecture = new LecturePosition(
                new Carres().commune("97411", 55.29821, -20.97571, 0.05).index(Crs.WGS84), 50);

        Position position = lecture.read(
                new PositionPubliee(323086.6, 7679599.8, null, 55.29821, -20.97571, "97411_0515_00240"), List.of("75"));

        assertThat(position.interpretation()).isEqualTo("paires_echangees");
        assertThat(position.raison()).contains("EPSG:2975");
    }

    @Test
    void readsDegreesThatAreLabelledAsMetres() {
        assertThat(read(MAINLAND, 5.21, 46.22, 2154L, List.of("01")).interpretation())
                .isEqualTo("relue_en_degres");
        assertThat(read(MAINLAND, 870262.2, 6571540.8, 4326L, List.of("01")).interpretation())
                .isEqualTo("relue_en_metres");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "2a004_0515_00240, 2A004",
                "01053_1950_00062, 01053",
                "97411_0010, 97411",
                "'1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93', null",
                "null, null"
            })
    void readsTheCommuneOfABanKeyAlone(String source, String commune) {
        assertThat(new PositionPubliee(null, null, null, null, null, source).communeBan())
                .isEqualTo(commune);
    }

    private static PositionPubliee pairs(Double x, Double y, Double xLocal, Double yLocal) {
        Long srid = PositionPubliee.areDegrees(x, y) ? 4326L : null;
        return new PositionPubliee(x, y, srid, xLocal, yLocal, null);
    }

    private static Position read(LecturePosition lecture, Double x, Double y, Long srid, List<String> departements) {
        return lecture.read(new PositionPubliee(x, y, srid, null, null, null), departements);
    }
}
