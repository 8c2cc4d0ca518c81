package fr.maillage.geo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.geo.PointIndex.Territory;
import fr.maillage.schemas.Bronze;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.geo.ContoursGeoJson;
import fr.maillage.testing.Probes;
import fr.maillage.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.WKBReader;

/** The point index against exact JTS on the communes of 2018; skipped where they are absent. */
class RealCommunesTest {

    /** One commune in so many has all its vertices and the middles of its edges asked. */
    private static final int ONE_IN = 25;

    private record Exact(String code, IndexedPointInAreaLocator locator) {}

    @Test
    void answersAsExactJtsOnTheCommunesOf2018() throws Exception {
        List<Territory> communes = communes(RealData.path("boundaries/france-geojson-2018/departements"));
        PointIndex index = PointIndex.build(communes);
        STRtree exact = exact(communes);
        Random random = new Random(2018);

        long asked = 0;
        for (int i = 0; i < communes.size(); i += ONE_IN) {
            Coordinate[] vertices = communes.get(i).geometry().getCoordinates();
            for (int v = 0; v < vertices.length; v++) {
                Coordinate next = vertices[(v + 1) % vertices.length];
                same(index, exact, vertices[v].x, vertices[v].y);
                same(index, exact, (vertices[v].x + next.x) / 2, (vertices[v].y + next.y) / 2);
                asked += 2;
            }
        }
        for (int i = 0; i < 200_000; i++) {
            Envelope box =
                    communes.get(random.nextInt(communes.size())).geometry().getEnvelopeInternal();
            same(
                    index,
                    exact,
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight());
        }
        assertThat(communes).hasSizeGreaterThan(35_000);
        assertThat(asked).isGreaterThan(100_000);
    }

    private static void same(PointIndex index, STRtree exact, double x, double y) {
        String found = index.code(index.find(x, y));
        String expected = null;
        for (Object candidate : exact.query(new Envelope(x, x, y, y))) {
            Exact commune = (Exact) candidate;
            boolean holds = commune.locator().locate(new Coordinate(x, y)) != Location.EXTERIOR;
            if (holds && (expected == null || commune.code().compareTo(expected) < 0)) {
                expected = commune.code();
            }
        }
        assertThat(found).as("%s %s", x, y).isEqualTo(expected);
    }

    private static STRtree exact(List<Territory> communes) {
        STRtree tree = new STRtree();
        for (Territory commune : communes) {
            tree.insert(
                    commune.geometry().getEnvelopeInternal(),
                    new Exact(commune.code(), new IndexedPointInAreaLocator(commune.geometry())));
        }
        return tree;
    }

    private static List<Territory> communes(Path folder) throws Exception {
        Map<String, Territory> communes = new TreeMap<>();
        for (Path file : files(folder)) {
            for (SourceRecord record :
                    Probes.records(new ContoursGeoJson(), Probes.of(file, file.toString()), Bronze.CONTOUR_GEOJSON)) {
                Geometry geometry = new WKBReader().read((byte[]) record.values()[4]);
                Geometry valid = geometry.isValid() ? geometry : GeometryFixer.fix(geometry);
                String code = (String) record.values()[1];
                communes.put(code, new Territory(code, valid));
            }
        }
        return new ArrayList<>(communes.values());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("communes-"))
                    .sorted()
                    .toList();
        }
    }
}
