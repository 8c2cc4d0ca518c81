package fr.maillage.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class SurfacesTest {

    @Test
    void agreesWithTheGeodesicAreaAtTheSizeOfACommune() {
        Geometry commune = new GeometryFactory().toGeometry(new Envelope(5.00, 5.05, 46.00, 46.04));
        PolygonArea geodesic = new PolygonArea(Geodesic.WGS84, false);
        for (int i = 1; i < commune.getNumPoints(); i++) {
            geodesic.AddPoint(commune.getCoordinates()[i].y, commune.getCoordinates()[i].x);
        }

        assertThat(Surfaces.km2(Crs.WGS84, commune))
                .isCloseTo(Math.abs(geodesic.Compute().area) / 1e6, withinPercentage(0.001));
    }

    @Test
    void takesMetresAtTheirWord() {
        Geometry square = new GeometryFactory().toGeometry(new Envelope(0, 2_000, 0, 3_000));

        assertThat(Surfaces.km2(Crs.LAMBERT_93, square)).isEqualTo(6);
        assertThat(Surfaces.km2(5490, square)).isEqualTo(6);
    }
}
