package fr.maillage.trajet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Draws where something holds, as squares joined together: as fine as an estimate deserves. */
final class Carreaux {

    private static final double METRES_PER_DEGREE = 111_195;
    private static final int STEPS = 40;
    private static final double LEAST_METRES = 100;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Carreaux() {}

    /** The squares around a place, its own in their middle, of which the middle is as asked. */
    static Geometry around(Point place, double metres, Predicate<Point> asked) {
        double step = Math.max(metres / STEPS, LEAST_METRES);
        double height = step / METRES_PER_DEGREE;
        double width = height / Math.cos(Math.toRadians(place.latitude()));
        int steps = (int) Math.ceil(metres / step);
        List<Geometry> squares = new ArrayList<>();
        for (int row = -steps; row <= steps; row++) {
            for (int column = -steps; column <= steps; column++) {
                Point middle = new Point(place.longitude() + column * width, place.latitude() + row * height);
                if (asked.test(middle)) {
                    squares.add(square(place, column - 0.5, row - 0.5, width, height));
                }
            }
        }
        return CoverageUnion.union(squares.toArray(Geometry[]::new));
    }

    /** Corners that neighbours share are the same to the last digit. */
    private static Geometry square(Point place, double column, double row, double width, double height) {
        double west = place.longitude() + column * width;
        double east = place.longitude() + (column + 1) * width;
        double south = place.latitude() + row * height;
        double north = place.latitude() + (row + 1) * height;
        return FACTORY.createPolygon(new Coordinate[] {
            new Coordinate(west, south),
            new Coordinate(east, south),
            new Coordinate(east, north),
            new Coordinate(west, north),
            new Coordinate(west, south)
        });
    }
}
