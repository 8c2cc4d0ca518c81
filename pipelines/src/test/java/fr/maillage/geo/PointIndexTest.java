package fr.maillage.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.maillage.geo.PointIndex.Territory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class PointIndexTest {

    private static final List<Territory> TWO_AND_AN_ENCLAVE = List.of(
            new Territory("B", wkt("POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0))")),
            new Territory("A", wkt("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 3 1, 3 3, 1 3, 1 1))")),
            new Territory("C", wkt("MULTIPOLYGON (((1 1, 3 1, 3 3, 1 3, 1 1)), ((10 0, 11 0, 11 1, 10 0)))")));

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5, A",
        "6, 2, B",
        "2, 2, C",
        "10.9, 0.5, C",
        "4, 2, A",
        "4, 0, A",
        "8, 4, B",
        "1, 1, A",
        "3, 2, A",
        "9, 1, ",
        "-0.001, 2, ",
        "1e300, -1e300, ",
        "NaN, 2, "
    })
    void givesABorderToTheFirstCode(double x, double y, String code) {
        PointIndex index = PointIndex.build(TWO_AND_AN_ENCLAVE);

        assertThat(index.code(index.find(x, y))).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void answersAsExactJtsOnABoard(long seed) {
        Random random = new Random(seed);

        assertSameAsJts(Coverages.board(random, 3 + random.nextInt(9), 1 + random.nextInt(6)), random);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void answersAsExactJtsOnABoardWithGapsAndOverlaps(long seed) {
        Random random = new Random(seed);
        List<Territory> board = Coverages.board(random, 3 + random.nextInt(9), 1 + random.nextInt(6));

        assertSameAsJts(Coverages.moved(board, seed, 0.4), random);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersAsExactJtsOnVoronoiCells(long seed) {
        Random random = new Random(seed);

        assertSameAsJts(Coverages.voronoi(random, 300), random);
    }

    @Test
    void answersAsExactJtsWhenMoreTerritoriesMeetThanAWordHasBits() {
        List<Territory> fan = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            fan.add(new Territory(
                    "F" + (100 + i), wkt("POLYGON ((3 2, " + onCircle(i) + ", " + onCircle(i + 1) + ", 3 2))")));
        }

        assertSameAsJts(fan, new Random(1));
    }

    @Test
    void answersAsExactJtsWhenTerritoriesOfOneFileLieFarApart() {
        Random random = new Random(4);
        List<Territory> all = new ArrayList<>(Coverages.board(random, 8, 5));
        all.add(new Territory("far", wkt("POLYGON ((-61 14, -60.5 14, -60.5 15, -61 14))")));
        all.add(new Territory("further", wkt("POLYGON ((55 -21, 56 -21, 55.5 -20, 55 -21))")));

        assertSameAsJts(all, random);
    }

    @Test
    void holdsNothingWithoutTerritories() {
        assertThat(PointIndex.build(List.of()).find(2, 48)).isEqualTo(PointIndex.NONE);
        assertThat(PointIndex.build(List.of(new Territory("A", null), new Territory("B", wkt("POLYGON EMPTY"))))
                        .find(2, 48))
                .isEqualTo(PointIndex.NONE);
    }

    @Test
    void isTheSameWhateverTheOrderOfTheTerritories() {
        List<Territory> shuffled = new ArrayList<>(TWO_AND_AN_ENCLAVE);
        Collections.reverse(shuffled);

        assertThat(PointIndex.build(shuffled).toBytes())
                .isEqualTo(PointIndex.build(TWO_AND_AN_ENCLAVE).toBytes());
    }

    @Test
    void survivesBytes() {
        PointIndex index = PointIndex.build(Coverages.voronoi(new Random(7), 50));
        PointIndex read = PointIndex.fromBytes(index.toBytes());
        Random random = new Random(8);

        assertThat(read.codes()).isEqualTo(index.codes());
        for (int i = 0; i < 1_000; i++) {
            double x = -5 + 14 * random.nextDouble();
            double y = 41 + 10 * random.nextDouble();
            assertThat(read.find(x, y)).isEqualTo(index.find(x, y));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void measuresAsExactJts(long seed) {
        Random random = new Random(seed);
        List<Territory> board = Coverages.board(random, 6, 4);
        PointIndex index = PointIndex.build(board);
        for (Territory territory : Coverages.moved(board, seed, 0.4)) {
            for (Coordinate near : territory.geometry().getCoordinates()) {
                for (Territory to : board) {
                    assertThat(index.metres(index.ordinal(to.code()), Crs.WGS84, near.x, near.y))
                            .isCloseTo(Distances.metres(Crs.WGS84, near.x, near.y, to.geometry()), within(0.01));
                }
            }
        }
    }

    @Test
    void refusesACodeThatComesTwice() {
        assertThatThrownBy(() -> PointIndex.build(List.of(
                        new Territory("A", wkt("POLYGON ((0 0, 1 0, 1 1, 0 0))")),
                        new Territory("A", wkt("POLYGON ((5 0, 6 0, 6 1, 5 0))")))))
                .hasMessage("Two contours for A");
    }

    /** On every vertex and the middle of every edge, right beside them, on a lattice and at random. */
    static void assertSameAsJts(List<Territory> territories, Random random) {
        PointIndex index = PointIndex.build(territories);
        for (Territory territory : territories) {
            Coordinate[] vertices = territory.geometry().getCoordinates();
            for (int i = 0; i < vertices.length; i++) {
                Coordinate next = vertices[(i + 1) % vertices.length];
                around(index, territories, vertices[i].x, vertices[i].y);
                around(index, territories, (vertices[i].x + next.x) / 2, (vertices[i].y + next.y) / 2);
            }
        }
        for (int i = 0; i < 3_000; i++) {
            same(index, territories, -1 + 14 * random.nextDouble(), -1 + 14 * random.nextDouble());
            same(index, territories, random.nextInt(48) / 4.0, random.nextInt(48) / 4.0);
            same(index, territories, -5 + 14 * random.nextDouble(), 41 + 10 * random.nextDouble());
        }
    }

    private static String onCircle(int i) {
        double angle = 2 * Math.PI * (i % 150) / 150;
        return (3 + Math.cos(angle)) + " " + (2 + Math.sin(angle));
    }

    private static void around(PointIndex index, List<Territory> territories, double x, double y) {
        same(index, territories, x, y);
        same(index, territories, Math.nextUp(x), y);
        same(index, territories, x, Math.nextDown(y));
        same(index, territories, Math.nextDown(x), Math.nextUp(y));
    }

    private static void same(PointIndex index, List<Territory> territories, double x, double y) {
        assertThat(index.code(index.find(x, y))).as("%s %s", x, y).isEqualTo(Coverages.exact(territories, x, y));
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
