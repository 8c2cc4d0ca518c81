package fr.maillage.trajet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.geo.Milieux;
import fr.maillage.geo.Surfaces;
import fr.maillage.schemas.Bronze;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.geo.ContoursGeoJson;
import fr.maillage.testing.Probes;
import fr.maillage.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBReader;

/** The list of islands against the contours of the Atlantic coast; skipped where they are absent. */
class RealIslandsTest {

    /** Communes that touch no other land, but for a bridge or a road over the sea. */
    private static final Set<String> AVEC_PONT = Set.of(
            // Île de Ré
            "17019",
            "17051",
            "17121",
            "17161",
            "17207",
            "17286",
            "17297",
            "17318",
            "17360",
            "17369",
            // Île d'Oléron
            "17093",
            "17140",
            "17323",
            "17337",
            "17385",
            "17411",
            "17485",
            "17486",
            // Noirmoutier
            "85011",
            "85083",
            "85106",
            "85163");

    @Test
    void everyIslandOfTheCoastIsInTheListOrHasABridge() throws Exception {
        Map<String, Geometry> communes = communes("17", "22", "29", "35", "44", "50", "56", "85");
        Terres terres = Terres.read();
        Set<String> islands = new TreeSet<>();
        for (String code : apart(communes)) {
            if (!AVEC_PONT.contains(code)) {
                islands.add(code);
            }
        }
        Set<String> listed = new TreeSet<>();
        communes.keySet().stream()
                .filter(code -> !terres.of(code).equals("metropole"))
                .forEach(listed::add);
        assertThat(islands).isEqualTo(listed).contains("29155", "56241", "85113", "17004");
    }

    @Test
    void aJourneyFromTheEndOfAnIslandTakesItsBridge() throws Exception {
        List<PointCommune> points = new ArrayList<>();
        communes("17").forEach((code, contour) -> {
            Coordinate middle = Milieux.of(contour);
            points.add(new PointCommune(
                    code,
                    new Point(middle.x, middle.y),
                    Surfaces.km2(4326, contour),
                    "faible",
                    Terres.read().of(code)));
        });
        Estimation estimation = new Estimation(points, PointsReels.BAREME, 5000);
        Trajet trajet = estimation.entre(
                points.get(numero(points, "17019")).point(),
                points.get(numero(points, "17300")).point());
        // Ars-en-Ré to La Rochelle is 35 km by road.
        assertThat(trajet.distanceRouteM()).isBetween(30_000.0, 50_000.0);
        assertThat(estimation
                        .entre(
                                points.get(numero(points, "17004")).point(),
                                points.get(numero(points, "17300")).point())
                        .obstacle())
                .isEqualTo(Trajet.Obstacle.TERRES_SEPAREES);
    }

    private static int numero(List<PointCommune> points, String code) {
        return points.stream().map(PointCommune::code).toList().indexOf(code);
    }

    /** Communes whose land, joined to all that touches it, is not that of most. */
    private static Set<String> apart(Map<String, Geometry> communes) {
        Map<String, String> parents = new HashMap<>();
        Map<Coordinate, String> owners = new HashMap<>();
        communes.forEach((code, contour) -> {
            parents.put(code, code);
            for (Coordinate vertex : contour.getCoordinates()) {
                String other = owners.putIfAbsent(vertex, code);
                if (other != null) {
                    parents.put(root(parents, code), root(parents, other));
                }
            }
        });
        Map<String, Set<String>> lands = new HashMap<>();
        communes.keySet().forEach(code -> lands.computeIfAbsent(root(parents, code), missing -> new TreeSet<>())
                .add(code));
        Set<String> largest = lands.values().stream()
                .max(java.util.Comparator.comparingInt(Set::size))
                .orElseThrow();
        Set<String> apart = new TreeSet<>(communes.keySet());
        apart.removeAll(largest);
        return apart;
    }

    private static String root(Map<String, String> parents, String code) {
        String root = code;
        while (!parents.get(root).equals(root)) {
            root = parents.get(root);
        }
        return root;
    }

    private static Map<String, Geometry> communes(String... departements) throws Exception {
        Path folder = RealData.path("boundaries/france-geojson-2018/departements");
        Map<String, Geometry> communes = new java.util.TreeMap<>();
        for (String departement : departements) {
            Path file = file(folder, departement);
            for (SourceRecord record :
                    Probes.records(new ContoursGeoJson(), Probes.of(file, file.toString()), Bronze.CONTOUR_GEOJSON)) {
                communes.put((String) record.values()[1], new WKBReader().read((byte[]) record.values()[4]));
            }
        }
        return communes;
    }

    private static Path file(Path folder, String departement) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.getFileName().toString().matches("communes-" + departement + "-.*geojson"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
