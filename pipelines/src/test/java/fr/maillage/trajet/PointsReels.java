package fr.maillage.trajet;

import fr.maillage.geo.Crs;
import fr.maillage.geo.Milieux;
import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametre;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.geo.ContoursGeoPackage;
import fr.maillage.testing.Probes;
import fr.maillage.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBReader;

/** The communes of the mainland and of Corsica as journeys see them, from published files; skipped where they are absent. */
final class PointsReels {

    static final Bareme BAREME = Bareme.of(Vitesses.of(Parametre::value));

    private static final double SQUARE_METRES = 1e6;

    private PointsReels() {}

    static List<PointCommune> read() throws Exception {
        Map<String, String> arrondissements = new HashMap<>();
        for (String[] commune : lines("geo/cog/2024/communes.csv", ",")) {
            arrondissements.putIfAbsent(commune[1], commune[5]);
        }
        Map<String, Double> populations = new HashMap<>();
        for (String[] commune : lines("population/donnees_communes_pop2021_geo2023.csv", ";")) {
            populations.put(commune[6], Double.valueOf(commune[8]));
        }
        Densites densites = Densites.of("50,300,1500");
        Terres terres = Terres.read();
        Reliefs reliefs = Reliefs.read();
        List<PointCommune> points = new ArrayList<>();
        Path file = RealData.path("boundaries/geopackage/communes_geo_2024.gpkg");
        for (SourceRecord record :
                Probes.records(new ContoursGeoPackage(), Probes.of(file, file.toString()), Bronze.CONTOUR_GEOPACKAGE)) {
            String code = (String) record.values()[2];
            if (code.compareTo("96") < 0) {
                Geometry contour = new WKBReader().read((byte[]) record.values()[8]);
                Coordinate middle = Milieux.of(contour);
                double[] place = Crs.transform(2154, Crs.WGS84, middle.x, middle.y);
                double km2 = contour.getArea() / SQUARE_METRES;
                Double people = populations.get(code);
                points.add(new PointCommune(
                        code,
                        new Point(place[0], place[1]),
                        km2,
                        densites.classe(people == null ? null : Double.valueOf(people / km2)),
                        terres.of(code),
                        reliefs.of(arrondissements.get(code))));
            }
        }
        return points;
    }

    private static List<String[]> lines(String file, String separator) throws IOException {
        return Files.readAllLines(RealData.path(file)).stream()
                .skip(1)
                .map(line -> line.split(separator, -1))
                .toList();
    }
}
