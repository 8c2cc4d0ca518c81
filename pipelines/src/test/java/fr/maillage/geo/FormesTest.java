package fr.maillage.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Circles, shares and shapes carried between systems. */
class FormesTest {

    /** Paris, Ajaccio, Basse-Terre, Saint-Denis de La Réunion. */
    @ParameterizedTest
    @CsvSource({"2.35, 48.85", "8.74, 41.92", "-61.73, 16.0", "55.45, -20.88"})
    void everyCornerOfACircleIsAsFarAndItsAreaIsThatOfTheCircle(double longitude, double latitude) {
        Polygon circle = Cercle.around(longitude, latitude, 20_000);

        assertThat(Surfaces.km2(Crs.WGS84, circle)).isCloseTo(Math.PI * 400, within(0.1));
        assertThat(circle.getCoordinates())
                .allSatisfy(corner -> assertThat(Distances.metres(longitude, latitude, corner.x, corner.y))
                        .isCloseTo(20_000, within(5.0)));
    }

    @Test
    void aShapeKeepsItsPlaceFromSystemToSystem() throws ParseException {
        Geometry square =
                wkt("POLYGON ((860000 6560000, 900000 6560000, 900000 6600000, 860000 6600000, 860000 6560000))");

        Geometry degrees = Formes.transform(square, Crs.LAMBERT_93, Crs.WGS84);
        Geometry again = Formes.transform(degrees, Crs.WGS84, Crs.LAMBERT_93);

        assertThat(Formes.part(square, again)).isCloseTo(1, within(1e-6));
        Envelope box = Formes.boite(860000, 6560000, 900000, 6600000, Crs.LAMBERT_93);
        assertThat(box.contains(degrees.getEnvelopeInternal())).isTrue();
    }

    @Test
    void aShapeThatHasNoPlaceInASystemCoversNothingThere() throws ParseException {
        Geometry poles = wkt("POLYGON ((0 89, 120 89, -120 89, 0 89))");

        assertThat(Formes.part(wkt("POLYGON ((0 0, 1 0, 1 1, 0 0))"), Formes.transform(poles, Crs.WGS84, 2972)))
                .isZero();
    }

    @Test
    void sharesAreThoseOfTheTerritory() throws ParseException {
        Geometry territory = wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");

        assertThat(Formes.part(territory, wkt("POLYGON ((5 -50, 500 -50, 500 50, 5 50, 5 -50))")))
                .isEqualTo(0.5);
        assertThat(Formes.part(territory, wkt("POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))")))
                .isZero();
        assertThat(Formes.part(territory, wkt("POLYGON ((50 0, 60 0, 60 10, 50 0))")))
                .isZero();
    }

    @Test
    void cellsOfAGridCoverABoxOnceAndAPointIsInTheCellThatHoldsIt() {
        Hexagones grid = new Hexagones(Crs.LAMBERT_93, 5_000);
        Envelope box = new Envelope(860_000, 900_000, 6_560_000, 6_600_000);
        Geometry square = new org.locationtech.jts.geom.GeometryFactory().toGeometry(box);

        double covered = grid.over(box).stream()
                .mapToDouble(cell -> Formes.part(square, grid.polygon(cell)))
                .sum();

        assertThat(covered).isCloseTo(1, within(1e-9));
        for (double x = 860_000; x < 900_000; x += 1_237) {
            for (double y = 6_560_000; y < 6_600_000; y += 1_433) {
                assertThat(grid.polygon(grid.at(x, y)).getEnvelopeInternal().contains(x, y))
                        .isTrue();
                assertThat(grid.polygon(grid.at(x, y))
                                .covers(square.getFactory()
                                        .createPoint(new org.locationtech.jts.geom.Coordinate(x, y))))
                        .isTrue();
            }
        }
    }

    @Test
    void hexagonsAreAsWideAsAskedAndShareTheirCorners() {
        Hexagones grid = new Hexagones(Crs.LAMBERT_93, 5_000);
        Polygon one = grid.polygon(new Hexagones.Cellule(0, 0));
        Polygon beside = grid.polygon(new Hexagones.Cellule(0, 1));

        assertThat(one.getEnvelopeInternal().getWidth()).isEqualTo(5_000);
        assertThat(one.getArea()).isCloseTo(5_000.0 * 5_000 * Math.sqrt(3) / 2, within(1.0));
        assertThat(one.intersection(beside).getLength()).isCloseTo(5_000 / Math.sqrt(3), within(1e-6));
        assertThat(grid.code(new Hexagones.Cellule(-3, 7))).isEqualTo("2154_-3_7");
    }

    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader().read(text);
    }
}
