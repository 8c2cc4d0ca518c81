package fr.maillage.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class DistancesTest {

    private static final Geometry SQUARE_IN_DEGREES = new GeometryFactory().toGeometry(new Envelope(2, 3, 46, 47));

    @Test
    void measuresAlongTheEllipsoid() {
        // One degree of latitude at the equator and at the pole; Paris to Lyon town halls.
        assertThat(Distances.metres(0, 0, 0, 1)).isCloseTo(110_574.4, within(0.1));
        assertThat(Distances.metres(0, 89, 0, 90)).isCloseTo(111_693.9, within(0.1));
        assertThat(Distances.metres(2.3522, 48.8566, 4.8357, 45.7640)).isCloseTo(392_000, within(1_000.0));
    }

    @Test
    void isZeroInsideAndOnTheBorder() {
        assertThat(Distances.metres(Crs.WGS84, 2.5, 46.5, SQUARE_IN_DEGREES)).isZero();
        assertThat(Distances.metres(Crs.WGS84, 2, 46.5, SQUARE_IN_DEGREES)).isZero();
    }

    @Test
    void findsTheNearestBorderWithDegreesOfLongitudeAsShortAsTheyAre() {
        // Beyond the corner (3, 47): 0.1° east is 7.6 km, 0.1° north is 11.1 km.
        assertThat(Distances.metres(Crs.WGS84, 3.1, 46.5, SQUARE_IN_DEGREES))
                .isCloseTo(Distances.metres(3, 46.5, 3.1, 46.5), within(1.0));
        assertThat(Distances.metres(Crs.WGS84, 3.1, 47.1, SQUARE_IN_DEGREES))
                .isCloseTo(Distances.metres(3, 47, 3.1, 47.1), within(1.0));
    }

    @Test
    void measuresInLambertAsOnTheGround() {
        Geometry square = new GeometryFactory().toGeometry(new Envelope(700_000, 701_000, 6_600_000, 6_601_000));

        assertThat(Distances.metres(Crs.LAMBERT_93, 702_000, 6_600_500, square)).isCloseTo(1_000, within(2.0));
    }

    @Test
    void isUnknownToAnEmptyTerritory() {
        assertThat(Distances.metres(Crs.WGS84, 2, 46, new GeometryFactory().createPolygon()))
                .isNaN();
    }
}
