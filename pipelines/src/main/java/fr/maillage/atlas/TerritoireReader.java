package fr.maillage.atlas;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import fr.maillage.atlas.AtlasData.Commune;
import fr.maillage.atlas.AtlasData.Territoire;
import fr.maillage.atlas.AtlasData.Zone;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.silver.territoire.Principaux;
import fr.maillage.warehouse.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads territories, what belongs to what, and the contour of every commune. */
final class TerritoireReader {

    private static final int MOST = 2_000_000;

    private final Tables tables;
    private final Map<Niveau, List<Zone>> zones;
    private final Map<Niveau, List<Territoire>> territoires = new HashMap<>();
    private final Map<String, Niveau> niveaux = new HashMap<>();
    private final List<Commune> communes = new ArrayList<>();
    private final ContourReader contours;
    private long millesime;

    /** @param zones levels whose territories have shapes of their own */
    TerritoireReader(Tables tables, Map<Niveau, List<Zone>> zones) {
        this.tables = tables;
        this.zones = zones;
        readTerritories();
        Map<String, Map<Niveau, String>> belongings = belongings();
        this.contours = new ContourReader(tables, departements(belongings), millesime);
        Map<String, String> names = new HashMap<>();
        territoires.getOrDefault(Niveau.COMMUNE, List.of()).forEach(one -> names.put(one.code(), one.libelle()));
        belongings.forEach((code, holders) -> communes.add(commune(code, names.getOrDefault(code, code), holders)));
        zones.forEach((niveau, all) -> name(niveau, all, names));
        Map<List<String>, Double> elderly = elderly();
        territoires.forEach((niveau, all) -> measure(niveau, all, elderly));
    }

    private void readTerritories() {
        for (Row row : tables.list(
                tables.read(Silver.TERRITOIRE)
                        .select(
                                col(NIVEAU),
                                col(CODE_TERRITOIRE),
                                col(LIBELLE_TERRITOIRE),
                                col(POPULATION),
                                col(MILLESIME)),
                MOST)) {
            Long population = row.isNullAt(3) ? null : row.getLong(3);
            String name = row.isNullAt(2) ? row.getString(1) : row.getString(2);
            territoires
                    .computeIfAbsent(niveau(row.getString(0)), any -> new ArrayList<>())
                    .add(new Territoire(row.getString(1), name, population, null, null));
            millesime = Math.max(millesime, row.isNullAt(4) ? 0 : row.getLong(4));
        }
    }

    /** The share of people aged 65 and over, by level and code; nothing where the parameter tranches_age has no such band. */
    private Map<List<String>, Double> elderly() {
        Map<List<String>, Double> elderly = new HashMap<>();
        for (Row row : tables.list(
                tables.read(Gold.POPULATION_PAR_AGE)
                        .where(col(TRANCHE_AGE)
                                .equalTo("65+")
                                .and(col(PART_POPULATION).isNotNull()))
                        .select(NIVEAU, CODE_TERRITOIRE, PART_POPULATION),
                MOST)) {
            elderly.put(List.of(row.getString(0), row.getString(1)), rounded(100 * row.getDouble(2)));
        }
        return elderly;
    }

    /** Gives every territory the area of its communes, and its share of elderly people. */
    private void measure(Niveau niveau, List<Territoire> all, Map<List<String>, Double> elderly) {
        Map<String, Double> areas = zones.containsKey(niveau)
                ? zones.get(niveau).stream().collect(Collectors.toMap(Zone::code, this::surface))
                : communes.stream()
                        .filter(commune -> commune.territoire(niveau) != null)
                        .collect(Collectors.groupingBy(
                                commune -> commune.territoire(niveau), Collectors.summingDouble(Commune::surface)));
        all.replaceAll(one -> new Territoire(
                one.code(),
                one.libelle(),
                one.population(),
                rounded(areas.getOrDefault(one.code(), Double.NaN)),
                elderly.get(List.of(niveau.word(), one.code()))));
    }

    /** Its own, else that of the communes it is made of; unknown when it is put together of both. */
    private double surface(Zone zone) {
        return zone.forme() != null
                ? zone.surface()
                : communes.stream()
                        .filter(commune -> zone.entieres().contains(commune.code()))
                        .mapToDouble(Commune::surface)
                        .sum();
    }

    private static Double rounded(double area) {
        return Double.isNaN(area) ? null : Math.round(area * 10) / 10.0;
    }

    private Niveau niveau(String word) {
        return niveaux.computeIfAbsent(word, Niveau::of);
    }

    /** A hexagon has no name: it is called by the commune it holds most of, and by its place in the grid. */
    private void name(Niveau niveau, List<Zone> all, Map<String, String> names) {
        Map<String, String> communeOf = new HashMap<>();
        all.forEach(zone -> communeOf.put(zone.code(), names.get(zone.touchees().get(0))));
        territoires.getOrDefault(niveau, List.of()).replaceAll(one -> {
            String commune = one.libelle().equals(one.code()) ? communeOf.get(one.code()) : null;
            return commune == null ? one : one.named(commune + " (" + one.code().replaceFirst("^\\d+_", "") + ")");
        });
    }

    private Map<String, Map<Niveau, String>> belongings() {
        Map<String, Map<Niveau, String>> belongings = new TreeMap<>();
        for (Row row : tables.list(Principaux.of(madeOfCommunes()), MOST)) {
            belongings
                    .computeIfAbsent(row.getString(0), code -> new HashMap<>())
                    .put(niveau(row.getString(1)), row.getString(2));
        }
        return belongings;
    }

    private Dataset<Row> madeOfCommunes() {
        return tables.read(Silver.RATTACHEMENT).where(not(ZonesReader.isDrawn()));
    }

    private static Map<String, String> departements(Map<String, Map<Niveau, String>> belongings) {
        Map<String, String> departements = new HashMap<>();
        belongings.forEach((code, holders) -> departements.put(code, holders.get(Niveau.DEPARTEMENT)));
        return departements;
    }

    private Commune commune(String code, String name, Map<Niveau, String> holders) {
        ContourReader.Contour contour = contours.find(code);
        return new Commune(
                code,
                name,
                holders,
                contour == null ? null : contour.wkb(),
                contour == null ? 0 : contour.srid(),
                contour == null ? Double.NaN : contour.surface());
    }

    /** The fixed levels, and every division of the tables before the communes, by name. */
    List<Niveau> niveaux() {
        List<Niveau> all = new ArrayList<>(Niveau.FIXES);
        niveaux.values().stream()
                .filter(niveau -> !Niveau.FIXES.contains(niveau))
                .sorted(Comparator.comparing(Niveau::word))
                .forEach(niveau -> all.add(all.size() - 1, niveau));
        return all;
    }

    Map<Niveau, List<Territoire>> territoires() {
        return territoires;
    }

    List<Commune> communes() {
        return communes;
    }

    /** Year of the geography the territories are in. */
    long millesime() {
        return millesime;
    }

    /** Vintages of the contours that are drawn. */
    Collection<Long> contourVintages() {
        return contours.vintages();
    }
}
