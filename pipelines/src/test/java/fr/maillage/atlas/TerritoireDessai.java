package fr.maillage.atlas;

import fr.maillage.atlas.AtlasData.Commune;
import fr.maillage.atlas.AtlasData.Etablissement;
import fr.maillage.atlas.AtlasData.Lien;
import fr.maillage.atlas.AtlasData.Modalite;
import fr.maillage.atlas.AtlasData.Origine;
import fr.maillage.atlas.AtlasData.Reseau;
import fr.maillage.atlas.AtlasData.Territoire;
import fr.maillage.atlas.AtlasData.Zone;
import fr.maillage.atlas.Serie.Valeur;
import fr.maillage.atlas.cooperation.Cooperations;
import fr.maillage.atlas.evaluation.EvaluationDessai;
import fr.maillage.atlas.habillage.Labels;
import fr.maillage.geo.Crs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** A made-up territory of 120 communes in two départements, for tests of the atlas. */
final class TerritoireDessai {

    static final int COMMUNES = 120;
    /** A division that leaves a part of the territory out of any zone. */
    static final Niveau BASSIN = Niveau.of("bassin_de_vie_2022");

    static final Niveau HEXAGONES = Niveau.of("hexagone_20");
    static final Niveau PERIMETRES = Niveau.of("territoire_declare");

    static final List<Niveau> NIVEAUX = List.of(
            Niveau.NATIONAL,
            Niveau.REGION,
            Niveau.DEPARTEMENT,
            Niveau.EPCI,
            BASSIN,
            HEXAGONES,
            PERIMETRES,
            Niveau.COMMUNE);

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final List<String> DATES = List.of("2024-12-31", "2025-12-31");

    private final Random random = new Random(7);
    private final List<Commune> communes = new ArrayList<>();
    private final List<Etablissement> etablissements = new ArrayList<>();
    private final Map<SerieKey, Serie> series = new HashMap<>();

    static AtlasData data() {
        return new TerritoireDessai().build();
    }

    private AtlasData build() {
        drawCommunes();
        for (Commune commune : communes) {
            fill(commune, communes.indexOf(commune));
        }
        Map<Niveau, List<Territoire>> territoires = new LinkedHashMap<>();
        Map<Niveau, List<Zone>> zones = ZonesDessai.of(communes);
        zones.forEach((niveau, all) -> all.forEach(zone -> fill(niveau, zone)));
        for (Niveau niveau : NIVEAUX) {
            territoires.put(
                    niveau, zones.containsKey(niveau) ? ZonesDessai.named(zones.get(niveau)) : territoires(niveau));
        }
        List<Modalite> categories = List.of(
                new Modalite("ENS", new Labels("Toutes catégories", "All categories"), Labels.same("Ensemble")),
                new Modalite("500", Labels.same("E.H.P.A.D."), Labels.same("Catégories")));
        List<Modalite> services =
                List.of(new Modalite("ENS", new Labels("Tous services", "All services"), Labels.same("Ensemble")));
        List<Modalite> sens = List.of(
                new Modalite("zone_blanche", new Labels("Zone blanche", "White zone"), Labels.same("Sens")),
                new Modalite("aire_declaree", new Labels("Aire déclarée", "Declared area"), Labels.same("Sens")));
        List<Reseau> reseaux = List.of(
                new Reseau(
                        "coop:1",
                        "GCSMS de l’Essai",
                        "GCSMS",
                        numbers(0, 6),
                        List.of(
                                new Lien("couvre", Niveau.EPCI, "2000000000"),
                                new Lien("couvre", Niveau.EPCI, "2000000001"),
                                new Lien("intervient_dans", Niveau.DEPARTEMENT, "99"),
                                new Lien("cible", BASSIN, "B2"),
                                new Lien("siege", Niveau.COMMUNE, "96001"),
                                new Lien("couvre", Niveau.EPCI, "ailleurs"))),
                new Reseau("coop:2", "Réseau <autonomie>", "convention", numbers(7, 12), List.of()));
        List<Origine> origines = List.of(new Origine(
                new Labels("Registre d’essai", "Test registry"), "2025-12-31", new Labels("Tout.", "Everything.")));
        return new AtlasData(
                true,
                NIVEAUX,
                territoires,
                communes,
                zones,
                Indicateurs.list(),
                Map.of("categorie", categories, "service", services, "sens_couverture", sens),
                series,
                etablissements,
                reseaux,
                origines,
                Cooperations.NONE,
                List.of(EvaluationDessai.of()));
    }

    private List<String> numbers(int from, int to) {
        return etablissements.subList(from, to).stream()
                .map(Etablissement::numero)
                .toList();
    }

    private void drawCommunes() {
        List<Coordinate> sites = new ArrayList<>();
        for (int i = 0; i < COMMUNES; i++) {
            sites.add(new Coordinate(1 + 0.9 * random.nextDouble(), 46 + 0.6 * random.nextDouble()));
        }
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        builder.setClipEnvelope(new Envelope(1, 1.9, 46, 46.6));
        Geometry frame = FACTORY.toGeometry(new Envelope(1, 1.9, 46, 46.6));
        Geometry cells = builder.getDiagram(FACTORY);
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            Geometry cell = cells.getGeometryN(i).intersection(frame);
            Point centre = cell.getCentroid();
            String departement = centre.getX() < 1.45 ? "96" : "99";
            String epci = "20000000" + (int) ((centre.getX() - 1) / 0.3) + (int) ((centre.getY() - 46) / 0.31);
            String code = departement + String.format("%03d", i + 1);
            Map<Niveau, String> territoires = new HashMap<>(Map.of(
                    Niveau.REGION, "00", Niveau.DEPARTEMENT, departement, Niveau.EPCI, epci, Niveau.COMMUNE, code));
            if (centre.getY() > 46.2) {
                territoires.put(BASSIN, centre.getX() < 1.6 ? "B1" : "B2");
            }
            communes.add(new Commune(
                    code,
                    i == 0 ? "Saint-Élie-l’Épreuve" : "Commune " + (i + 1),
                    territoires,
                    i == 5 ? null : new WKBWriter().write(cell),
                    Crs.WGS84,
                    10.0 + i));
        }
    }

    private void fill(Commune commune, int i) {
        int count = i % 10 == 3 ? 0 : 1 + random.nextInt(6);
        int members = i % 4 == 0 ? 0 : random.nextInt(count + 1);
        for (int n = 0; n < count && commune.contour() != null; n++) {
            Point at = centre(commune);
            etablissements.add(new Etablissement(
                    commune.code() + String.format("%04d", n),
                    n == 0 ? null : "Maison " + n,
                    "500",
                    commune.code(),
                    at.getX() + 0.01 * n,
                    at.getY()));
        }
        for (Niveau niveau : NIVEAUX) {
            String code = commune.territoire(niveau);
            if (code == null) {
                continue;
            }
            for (String modalite : List.of("ENS", "500")) {
                put("nb_etablissements", modalite, niveau, "2025", code, new Valeur(count, Double.NaN, 0.1));
                put("taux_pour_10000", modalite, niveau, "2025", code, new Valeur(count, Double.NaN, 0.1));
                for (String date : DATES) {
                    int now = date.equals(DATES.get(0)) ? members / 2 : members;
                    put("part_etablissements_en_cooperation", modalite, niveau, date, code, new Valeur(now, count, 0));
                }
            }
            put(
                    "part_population_couverte",
                    "zone_blanche",
                    niveau,
                    "2025-12-31",
                    code,
                    new Valeur(members > 0 ? 0 : 850, 850, 0));
            put(
                    "part_population_couverte",
                    "aire_declaree",
                    niveau,
                    "2025-12-31",
                    code,
                    new Valeur(i % 2 * 850, 850, 0));
            if (i % 3 == 0) {
                put("nb_heures", "ENS", niveau, "2025-11-01", code, new Valeur(10.5 * i, Double.NaN, Double.NaN));
            }
        }
    }

    /** As many establishments as communes that the zone reaches into, half of them in cooperation. */
    private void fill(Niveau niveau, Zone zone) {
        int count = zone.touchees().size();
        for (String date : DATES) {
            put(
                    "part_etablissements_en_cooperation",
                    "ENS",
                    niveau,
                    date,
                    zone.code(),
                    new Valeur(count / 2.0, count, 0));
        }
        put("nb_etablissements", "ENS", niveau, "2025", zone.code(), new Valeur(count, Double.NaN, 0));
    }

    private void put(String indicateur, String modalite, Niveau niveau, String date, String code, Valeur valeur) {
        series.computeIfAbsent(new SerieKey(indicateur, modalite, niveau, date), key -> new Serie())
                .add(code, valeur);
    }

    private static Point centre(Commune commune) {
        try {
            return new org.locationtech.jts.io.WKBReader()
                    .read(commune.contour())
                    .getCentroid();
        } catch (org.locationtech.jts.io.ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Territoire> territoires(Niveau niveau) {
        List<Commune> held =
                communes.stream().filter(one -> one.territoire(niveau) != null).toList();
        Map<String, Long> sizes =
                held.stream().collect(Collectors.groupingBy(one -> one.territoire(niveau), Collectors.counting()));
        Map<String, String> names = held.stream()
                .collect(Collectors.toMap(one -> one.territoire(niveau), Commune::libelle, (left, right) -> left));
        Function<String, String> name =
                code -> niveau.equals(Niveau.COMMUNE) ? names.get(code) : niveau.word() + " " + code;
        return sizes.entrySet().stream()
                .map(entry -> new Territoire(
                        entry.getKey(),
                        name.apply(entry.getKey()),
                        850 * entry.getValue(),
                        10.0 * entry.getValue(),
                        18.5))
                .toList();
    }
}
