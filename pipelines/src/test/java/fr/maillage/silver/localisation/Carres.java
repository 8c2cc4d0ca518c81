package fr.maillage.silver.localisation;

import fr.maillage.geo.PointIndex;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Square communes for tests. */
final class Carres {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final List<PointIndex.Territory> territories = new ArrayList<>();

    /** A commune whose square has this centre and this half side. */
    Carres commune(String code, double x, double y, double half) {
        Envelope square = new Envelope(new Coordinate(x, y));
        square.expandBy(half);
        territories.add(new PointIndex.Territory(code, GEOMETRIES.toGeometry(square)));
        return this;
    }

    IndexCommunes.Contours contours(int srid, int millesime) {
        return new IndexCommunes.Contours(srid, millesime, PointIndex.build(territories));
    }

    IndexCommunes index(int srid) {
        return new IndexCommunes(List.of(contours(srid, 2021)));
    }
}
