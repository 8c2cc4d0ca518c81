package fr.maillage.geo;

import fr.maillage.geo.PointIndex.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Generated territories: squares of a board given at random, and Voronoi cells; and the exact answer to compare with. */
final class Coverages {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Coverages() {}

    /**
     * A board of unit squares, each given to one territory or to none: territories in several parts, with holes, inside
     * one another and touching at corners.
     */
    static List<Territory> board(Random random, int side, int nbTerritories) {
        List<List<Polygon>> squares = new ArrayList<>();
        for (int i = 0; i <= nbTerritories; i++) {
            squares.add(new ArrayList<>());
        }
        for (int x = 1; x <= side; x++) {
            for (int y = 1; y <= side; y++) {
                squares.get(random.nextInt(nbTerritories + 1)).add(square(x, y));
            }
        }
        List<Territory> territories = new ArrayList<>();
        for (int i = 0; i < nbTerritories; i++) {
            if (!squares.get(i).isEmpty()) {
                territories.add(new Territory("T" + (10 + i), UnaryUnionOp.union(squares.get(i))));
            }
        }
        return territories;
    }

    private static Polygon square(int x, int y) {
        return (Polygon) FACTORY.toGeometry(new Envelope(x, x + 1, y, y + 1));
    }

    /** The same territories with every corner moved: where one has no corner, its neighbour now overlaps or leaves a gap. */
    static List<Territory> moved(List<Territory> territories, long seed, double by) {
        GeometryTransformer mover = new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence coordinates, Geometry parent) {
                CoordinateSequence copy = coordinates.copy();
                for (int i = 0; i < copy.size(); i++) {
                    Random corner = new Random(seed ^ copy.getCoordinate(i).hashCode());
                    corner.nextDouble();
                    copy.setOrdinate(i, 0, copy.getX(i) + (corner.nextDouble() - 0.5) * by);
                    copy.setOrdinate(i, 1, copy.getY(i) + (corner.nextDouble() - 0.5) * by);
                }
                return copy;
            }
        };
        return territories.stream()
                .map(territory -> new Territory(territory.code(), mover.transform(territory.geometry())))
                .filter(territory -> territory.geometry().isValid())
                .toList();
    }

    /** Voronoi cells of random sites, in the unit of degrees of mainland France. */
    static List<Territory> voronoi(Random random, int nbTerritories) {
        List<Coordinate> sites = new ArrayList<>();
        for (int i = 0; i < nbTerritories; i++) {
            sites.add(new Coordinate(-4 + 12 * random.nextDouble(), 42 + 8 * random.nextDouble()));
        }
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        builder.setClipEnvelope(new Envelope(-4, 8, 42, 50));
        Geometry cells = builder.getDiagram(FACTORY);
        List<Territory> territories = new ArrayList<>();
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            territories.add(new Territory("V" + (10_000 + i), cells.getGeometryN(i)));
        }
        return territories;
    }

    /** The answer by the rule: the first territory, in the order of codes, that does not have the point outside. */
    static String exact(List<Territory> territories, double x, double y) {
        Coordinate point = new Coordinate(x, y);
        return territories.stream()
                .filter(territory -> territory.geometry().getEnvelopeInternal().covers(point))
                .filter(territory -> SimplePointInAreaLocator.locate(point, territory.geometry()) != Location.EXTERIOR)
                .map(Territory::code)
                .min(String::compareTo)
                .orElse(null);
    }
}
