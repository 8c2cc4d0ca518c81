package fr.maillage.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A grid of regular hexagons over the plane of a reference system in metres.
 *
 * <p>Rows of hexagons that stand on a corner; one has its centre at the origin of the system, so that a cell is the same
 * whatever territory it was asked for. A point is in the cell whose centre is nearest.
 *
 * @param srid EPSG code of a system in metres
 * @param metres between opposite sides
 */
public record Hexagones(int srid, double metres) {

    private static final double SQRT_3 = Math.sqrt(3);

    /** A hexagon by its column and row; odd rows are shifted by half a width. */
    public record Cellule(long colonne, long rang) {}

    /** The name of a cell: reference system, column and row. */
    public String code(Cellule cell) {
        return srid + "_" + cell.colonne + "_" + cell.rang;
    }

    /** The cell that holds a point. */
    public Cellule at(double x, double y) {
        long row = Math.round(y / height());
        Cellule best = null;
        double nearest = Double.POSITIVE_INFINITY;
        for (long rang = row - 1; rang <= row + 1; rang++) {
            long colonne = Math.round((x - shift(rang)) / metres);
            Cellule cell = new Cellule(colonne, rang);
            double distance = Math.hypot(x - x(cell), y - y(cell));
            if (distance < nearest) {
                nearest = distance;
                best = cell;
            }
        }
        return best;
    }

    /** The cells that may touch a box, row by row. */
    public List<Cellule> over(Envelope box) {
        double radius = metres / SQRT_3;
        List<Cellule> cells = new ArrayList<>();
        long last = (long) Math.ceil((box.getMaxY() + radius) / height());
        for (long rang = (long) Math.floor((box.getMinY() - radius) / height()); rang <= last; rang++) {
            long end = (long) Math.ceil((box.getMaxX() - shift(rang) + metres / 2) / metres);
            long from = (long) Math.floor((box.getMinX() - shift(rang) - metres / 2) / metres);
            for (long colonne = from; colonne <= end; colonne++) {
                Cellule cell = new Cellule(colonne, rang);
                if (polygon(cell).getEnvelopeInternal().intersects(box)) {
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    /** The hexagon; cells side by side have the same corners, to the last bit. */
    public Polygon polygon(Cellule cell) {
        long x = 2 * cell.colonne + Math.floorMod(cell.rang, 2);
        long y = 3 * cell.rang;
        return new GeometryFactory().createPolygon(new Coordinate[] {
            corner(x, y + 2),
            corner(x - 1, y + 1),
            corner(x - 1, y - 1),
            corner(x, y - 2),
            corner(x + 1, y - 1),
            corner(x + 1, y + 1),
            corner(x, y + 2)
        });
    }

    /** A corner by whole numbers, in half widths and half sides. */
    private Coordinate corner(long x, long y) {
        return new Coordinate(x * metres / 2, y * metres / (2 * SQRT_3));
    }

    private double x(Cellule cell) {
        return cell.colonne * metres + shift(cell.rang);
    }

    private double y(Cellule cell) {
        return cell.rang * height();
    }

    private double shift(long rang) {
        return Math.floorMod(rang, 2) * metres / 2;
    }

    /** Between two rows. */
    private double height() {
        return metres * SQRT_3 / 2;
    }
}
