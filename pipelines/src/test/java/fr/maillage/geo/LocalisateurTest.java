package fr.maillage.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.maillage.geo.PointIndex.Territory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class LocalisateurTest {

    private static final IndexDate MAINLAND_2024 =
            index(2024, 2154, square("01004", 700_000, 6_600_000, 10_000), square("2A004", 710_000, 6_600_000, 10_000));
    private static final IndexDate GUADELOUPE_2025 = index(2025, 5490, square("97105", 650_000, 1_790_000, 10_000));
    private static final IndexDate WORLD_2018 = index(
            2018,
            4326,
            square("01001", 2.9, 46.4, 0.3),
            square("97101", -61.7, 16.1, 0.3),
            square("97411", 55.2, -21.1, 0.3));

    @ParameterizedTest
    @CsvSource({
        "705000, 6605000, 2154, 01004, 2024",
        "715000, 6605000, 2154, 2A004, 2024",
        "730000, 6605000, 2154,      ,    0",
        "3.06,     46.54, 4326, 01004, 2024",
        "657242.9, 1795384.4, 5490, 97105, 2025",
        "-61.52874,  16.234, 4326, 97105, 2025",
        "-61.65,      16.11, 4326,      ,    0",
        "55.29821, -20.97571, 4326, 97411, 2018",
        "323086.6, 7679599.8, 2975, 97411, 2018",
        "0, 0, 4326, , 0",
        "NaN, 46, 4326, , 0"
    })
    void asksTheContoursNearestToTheWantedYear(double x, double y, int srid, String code, int millesime) {
        Localisateur localisateur = Localisateur.of(2025, List.of(WORLD_2018, MAINLAND_2024, GUADELOUPE_2025));

        int ordinal = localisateur.find(x, y, srid);

        assertThat(localisateur.code(ordinal)).isEqualTo(code);
        assertThat(localisateur.millesime(ordinal)).isEqualTo(millesime);
    }

    @Test
    void asksOldContoursForAnOldGeography() {
        Localisateur localisateur = Localisateur.of(2018, List.of(WORLD_2018, MAINLAND_2024, GUADELOUPE_2025));

        assertThat(localisateur.code(localisateur.find(705_000, 6_605_000, 2154)))
                .isEqualTo("01001");
        assertThat(localisateur.code(localisateur.find(715_000, 6_605_000, 2154)))
                .isEqualTo("2A004");
    }

    @Test
    void prefersTheOfficialSystemOfADepartementInTheSameYear() {
        Localisateur localisateur = Localisateur.of(
                0, List.of(index(2024, 4326, square("01001", 2.9, 46.4, 0.3)), index(2024, 5490), MAINLAND_2024));

        assertThat(localisateur.code(localisateur.find(3.06, 46.54, 4326))).isEqualTo("01004");
    }

    @Test
    void measuresFromAPositionToACommune() {
        Localisateur localisateur = Localisateur.of(0, List.of(MAINLAND_2024));

        assertThat(localisateur.metres("01004", 705_000, 6_605_000, 2154)).isZero();
        assertThat(localisateur.metres("01004", 710_000, 6_605_000, 2154)).isZero();
        assertThat(localisateur.metres("01004", 712_000, 6_605_000, 2154)).isCloseTo(2_000, within(4.0));
        assertThat(localisateur.metres("01004", 3, 46.45, 4326)).isCloseTo(5_556, within(20.0));
        assertThat(localisateur.metres("99999", 712_000, 6_605_000, 2154)).isNaN();
    }

    @Test
    void answersNothingWithoutIndexes() {
        Localisateur localisateur = Localisateur.of(List.of(), "commune", 2025);

        assertThat(localisateur.find(3, 46, 4326)).isEqualTo(Localisateur.NONE);
        assertThat(localisateur.metres("01004", 3, 46, 4326)).isNaN();
    }

    @Test
    void answersForOtherLevelsTerritoryByTerritory() {
        IndexDate lambert = new IndexDate(
                "departement", 2024, 2154, PointIndex.build(List.of(square("01", 700_000, 6_600_000, 10_000))));
        IndexDate world = new IndexDate(
                "departement",
                2018,
                4326,
                PointIndex.build(List.of(square("01", 2.9, 46.4, 0.3), square("971", -61.7, 16.1, 0.3))));
        Localisateur localisateur = Localisateur.of(0, List.of(lambert, world));

        assertThat(localisateur.code(localisateur.find(3.06, 46.54, 4326))).isEqualTo("01");
        assertThat(localisateur.code(localisateur.find(2.95, 46.41, 4326)))
                .as("left to the newer contour")
                .isNull();
        assertThat(localisateur.code(localisateur.find(-61.6, 16.2, 4326))).isEqualTo("971");
    }

    private static IndexDate index(int millesime, int srid, Territory... communes) {
        return new IndexDate("commune", millesime, srid, PointIndex.build(List.of(communes)));
    }

    private static Territory square(String code, double x, double y, double side) {
        return new Territory(code, new GeometryFactory().toGeometry(new Envelope(x, x + side, y, y + side)));
    }
}
