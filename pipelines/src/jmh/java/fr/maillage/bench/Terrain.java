package fr.maillage.bench;

import fr.maillage.geo.PointIndex.Territory;
import fr.maillage.source.Probe;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.geo.ContoursGeoJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * What benchmarks are run on: the communes of 2018 where the real data is (MAILLAGE_DATA), else as many Voronoi cells;
 * and points like those of FINESS, in random order.
 */
record Terrain(String title, List<Territory> communes) {

    private static final int NB_COMMUNES = 35_000;
    // 3 km in degrees of latitude; as many degrees of longitude are a little less.
    private static final double JITTER = 0.027;

    static Terrain find() throws IOException, ParseException {
        String data = System.getProperty("MAILLAGE_DATA", System.getenv("MAILLAGE_DATA"));
        Path folder = Path.of(data == null ? "../shared/data" : data)
                .resolve("boundaries/france-geojson-2018/departements");
        return Files.isDirectory(folder)
                ? new Terrain("communes of 2018, WGS84", published(folder))
                : new Terrain("generated Voronoi cells (no real data at " + folder + ")", generated());
    }

    /** Corners of mainland communes taken at random, moved by up to 3 km: dense where communes are small. */
    double[] points(int count, long seed) {
        Random random = new Random(seed);
        List<Coordinate[]> mainland = communes.stream()
                .filter(commune -> !commune.code().startsWith("97"))
                .map(commune -> commune.geometry().getCoordinates())
                .toList();
        double[] points = new double[2 * count];
        for (int i = 0; i < points.length; i += 2) {
            Coordinate[] corners = mainland.get(random.nextInt(mainland.size()));
            Coordinate corner = corners[random.nextInt(corners.length)];
            points[i] = corner.x + (2 * random.nextDouble() - 1) * JITTER;
            points[i + 1] = corner.y + (2 * random.nextDouble() - 1) * JITTER;
        }
        return points;
    }

    private static List<Territory> published(Path folder) throws IOException, ParseException {
        Map<String, Territory> communes = new TreeMap<>();
        ContoursGeoJson format = new ContoursGeoJson();
        for (Path path : files(folder)) {
            SourceFile file = new SourceFile(path.toString(), "", path.toString(), "0".repeat(64), "", null, 1);
            Probe probe = new Probe(path.toString(), Files.size(path), new byte[0], file);
            try (RecordIterator records =
                    format.records(probe.file(), format.tables().get(0))) {
                while (records.hasNext()) {
                    add(communes, records.next());
                }
            }
        }
        return new ArrayList<>(communes.values());
    }

    private static void add(Map<String, Territory> communes, SourceRecord record) throws ParseException {
        Geometry geometry = new WKBReader().read((byte[]) record.values()[4]);
        String code = (String) record.values()[1];
        communes.put(code, new Territory(code, geometry.isValid() ? geometry : GeometryFixer.fix(geometry)));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("communes-"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Territory> generated() {
        Random random = new Random(1);
        List<Coordinate> sites = new ArrayList<>();
        for (int i = 0; i < NB_COMMUNES; i++) {
            sites.add(new Coordinate(-4 + 12 * random.nextDouble(), 42 + 8 * random.nextDouble()));
        }
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        builder.setClipEnvelope(new Envelope(-4, 8, 42, 50));
        Geometry cells = builder.getDiagram(new GeometryFactory());
        List<Territory> territories = new ArrayList<>();
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            territories.add(new Territory(String.format("%05d", i), cells.getGeometryN(i)));
        }
        return territories;
    }
}
