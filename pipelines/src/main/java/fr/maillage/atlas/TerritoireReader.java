package fr.maillage.atlas;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;

import fr.maillage.atlas.AtlasData.Commune;
import fr.maillage.atlas.AtlasData.Territoire;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.silver.territoire.Niveaux;
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
import org.apache.spark.sql.Row;

/** Reads territories, what belongs to what, and the contour of every commune. */
final class TerritoireReader {

    private static final int MOST = 2_000_000;

    private final Tables tables;
    private final Map<Niveau, List<Territoire>> territoires = new HashMap<>();
    private final Map<String, Niveau> niveaux = new HashMap<>();
    private final List<Commune> communes = new ArrayList<>();
    private final ContourReader contours;
    private long millesime;

    TerritoireReader(Tables tables) {
        this.tables = tables;
        readTerritories();
        Map<String, Map<Niveau, String>> belongings = belongings();
        this.contours = new ContourReader(tables, departements(belongings), millesime);
        Map<String, String> names = new HashMap<>();
        territoires.getOrDefault(Niveau.COMMUNE, List.of()).forEach(one -> names.put(one.code(), one.libelle()));
        belongings.forEach((code, holders) -> communes.add(commune(code, names.getOrDefault(code, code), holders)));
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
        Map<String, Double> areas = communes.stream()
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

    private static Double rounded(double area) {
        return Double.isNaN(area) ? null : Math.round(area * 10) / 10.0;
    }

    private Niveau niveau(String word) {
        return niveaux.computeIfAbsent(word, Niveau::of);
    }

    private Map<String, Map<Niveau, String>> belongings() {
        Map<String, Map<Niveau, String>> belongings = new TreeMap<>();
        for (Row row : tables.list(Principaux.of(tables.read(Silver.RATTACHEMENT)), MOST)) {
            belongings
                    .computeIfAbsent(row.getString(0), code -> new HashMap<>())
                    .put(niveau(row.getString(1)), row.getString(2));
        }
        return belongings;
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

    /**
     * The fixed levels, and every division of the tables before the communes, by name.
     *
     * <p>Grids of hexagons are left out: they are not made of communes, which is what is drawn.
     */
    List<Niveau> niveaux() {
        List<Niveau> all = new ArrayList<>(Niveau.FIXES);
        niveaux.values().stream()
                .filter(niveau -> !Niveau.FIXES.contains(niveau))
                .filter(niveau -> !niveau.word().startsWith(Niveaux.HEXAGONE))
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
