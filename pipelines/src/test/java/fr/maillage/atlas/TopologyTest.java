package fr.maillage.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class TopologyTest {

    private static final String WEST = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))";
    private static final String EAST = "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))";

    @Test
    void storesTheBorderOfTwoNeighboursOnce() throws ParseException {
        List<Topology.Arc> arcs = arcs(WEST, EAST);

        assertThat(arcs).hasSize(3);
        assertThat(arcs)
                .filteredOn(arc -> arc.left() >= 0 && arc.right() >= 0)
                .singleElement()
                .satisfies(arc -> assertThat(arc.xs()).containsOnly(10));
    }

    @Test
    void keepsTheCellOnTheRightOfItsOutline() throws ParseException {
        Topology.Arc ring = arcs(WEST).get(0);

        assertThat(signedArea(ring) > 0).isEqualTo(ring.right() == 0);
        assertThat(ring.left() + ring.right()).isEqualTo(Topology.OUTSIDE);
    }

    @Test
    void dissolvesPolygonsOfOneCell() throws ParseException {
        Topology topology = new Topology(Grid.over(new Envelope(0, 20, 0, 10), 1));
        topology.add(0, new WKTReader().read(WEST));
        topology.add(0, new WKTReader().read(EAST));

        assertThat(topology.arcs()).singleElement().satisfies(arc -> {
            assertThat(Math.abs(signedArea(arc))).isEqualTo(200);
        });
    }

    @Test
    void drawsAnEnclaveAsAClosedArcBetweenTheTwo() throws ParseException {
        List<Topology.Arc> arcs = arcs(
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 4 6, 6 6, 6 4, 4 4))",
                "POLYGON ((4 4, 6 4, 6 6, 4 6, 4 4))");

        assertThat(arcs).hasSize(2);
        assertThat(arcs).anySatisfy(arc -> {
            assertThat(List.of(arc.left(), arc.right())).containsExactlyInAnyOrder(0, 1);
            assertThat(arc.xs()[0]).isEqualTo(arc.xs()[arc.xs().length - 1]);
        });
    }

    private static List<Topology.Arc> arcs(String... polygons) throws ParseException {
        Topology topology = new Topology(Grid.over(new Envelope(0, 20, 0, 10), 1));
        for (int cell = 0; cell < polygons.length; cell++) {
            topology.add(cell, new WKTReader().read(polygons[cell]));
        }
        return topology.arcs();
    }

    /** Positive when clockwise as seen on a screen, where rows grow downwards. */
    private static double signedArea(Topology.Arc arc) {
        double area = 0;
        for (int i = 1; i < arc.xs().length; i++) {
            area += (double) arc.xs()[i - 1] * arc.ys()[i] - (double) arc.xs()[i] * arc.ys()[i - 1];
        }
        return area / 2;
    }
}
