package fr.maillage.atlas;

import fr.maillage.atlas.AtlasData.Commune;
import fr.maillage.geo.Crs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * The contours of all communes, each frame in its own projection, as published and not yet simplified.
 *
 * <p>Each contour is valid, as silver/contour promises. Contours that do not fit their neighbours (gaps, overlaps) are
 * kept and counted: simplifying them leaves slivers along that border, which the page says.
 */
final class Basemap {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Map<Cadre, Map<String, Geometry>> contours = new LinkedHashMap<>();
    private final Map<Cadre, Integer> systems = new HashMap<>();

    Basemap(Collection<Commune> communes) {
        Map<Cadre, List<Commune>> byFrame = new HashMap<>();
        for (Commune commune : communes) {
            if (commune.contour() != null) {
                byFrame.computeIfAbsent(Cadre.of(commune.departement()), cadre -> new ArrayList<>())
                        .add(commune);
            }
        }
        for (Cadre cadre : Cadre.inOrder(byFrame.keySet())) {
            contours.put(cadre, project(cadre, byFrame.get(cadre)));
        }
    }

    private Map<String, Geometry> project(Cadre cadre, List<Commune> communes) {
        int srid = system(cadre, communes.get(0));
        systems.put(cadre, srid);
        List<Geometry> geometries = communes.parallelStream()
                .map(commune -> Projections.project(read(commune), commune.srid(), srid))
                .toList();
        Map<String, Geometry> projected = new LinkedHashMap<>();
        for (int i = 0; i < communes.size(); i++) {
            projected.put(communes.get(i).code(), geometries.get(i));
        }
        return projected;
    }

    private int system(Cadre cadre, Commune one) {
        if (cadre.srid() != 0) {
            return cadre.srid();
        }
        Coordinate place = Projections.project(read(one).getEnvelope().getCentroid(), one.srid(), Crs.WGS84)
                .getCoordinate();
        return Projections.around(place.x, place.y);
    }

    private static Geometry read(Commune commune) {
        try {
            return new WKBReader(FACTORY).read(commune.contour());
        } catch (ParseException e) {
            throw new IllegalStateException("silver/contour has no geometry for commune " + commune.code(), e);
        }
    }

    List<Cadre> frames() {
        return List.copyOf(contours.keySet());
    }

    /** Communes whose contour does not fit its neighbours, in all frames. */
    int misfits() {
        int misfits = 0;
        for (Map<String, Geometry> frame : contours.values()) {
            Geometry[] invalid = CoverageValidator.validate(frame.values().toArray(Geometry[]::new));
            for (Geometry edges : invalid) {
                misfits += edges == null || edges.isEmpty() ? 0 : 1;
            }
        }
        return misfits;
    }

    /** All contours simplified together, so that neighbours still share every border. */
    Map<Cadre, Map<String, Geometry>> simplified(double tolerance) {
        Map<Cadre, Map<String, Geometry>> simplified = new LinkedHashMap<>();
        contours.forEach((cadre, frame) -> simplified.put(cadre, simplified(frame, tolerance)));
        return simplified;
    }

    private static Map<String, Geometry> simplified(Map<String, Geometry> frame, double tolerance) {
        Geometry[] coverage = CoverageSimplifier.simplify(frame.values().toArray(Geometry[]::new), tolerance);
        Map<String, Geometry> simplified = new LinkedHashMap<>();
        int at = 0;
        for (String code : frame.keySet()) {
            simplified.put(code, coverage[at++]);
        }
        return simplified;
    }

    /** A WGS84 position in the projection of the frame; null when the frame is not on the map. */
    Coordinate position(Cadre cadre, double longitude, double latitude) {
        Integer srid = systems.get(cadre);
        return srid == null
                ? null
                : Projections.project(FACTORY.createPoint(new Coordinate(longitude, latitude)), Crs.WGS84, srid)
                        .getCoordinate();
    }

    /** A shape in the projection of the frame; null when the frame is not on the map. */
    Geometry shape(Cadre cadre, Geometry geometry, int srid) {
        Integer system = systems.get(cadre);
        return system == null ? null : Projections.project(geometry, srid, system);
    }

    static Envelope envelope(Collection<Geometry> geometries) {
        Envelope envelope = new Envelope();
        geometries.forEach(geometry -> envelope.expandToInclude(geometry.getEnvelopeInternal()));
        return envelope;
    }
}
