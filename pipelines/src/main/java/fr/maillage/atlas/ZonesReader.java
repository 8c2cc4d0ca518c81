package fr.maillage.atlas;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.atlas.AtlasData.Zone;
import fr.maillage.geo.Crs;
import fr.maillage.schemas.Silver;
import fr.maillage.silver.perimetre.Compositions;
import fr.maillage.silver.territoire.Niveaux;
import fr.maillage.warehouse.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads the territories that have a shape of their own: hexagons of grids, and perimeters of users. */
final class ZonesReader {

    private static final int MOST = 2_000_000;

    private record Key(String niveau, String code) {}

    private record Forme(byte[] wkb, int srid, double surface, boolean alone) {}

    private final Tables tables;
    private final Map<Key, Forme> formes = new HashMap<>();

    private ZonesReader(Tables tables) {
        this.tables = tables;
        tables.list(hexagones().union(perimetres()), MOST).forEach(this::add);
    }

    /** By level, in the order of their codes. */
    static Map<Niveau, List<Zone>> read(Tables tables) {
        return new ZonesReader(tables).zones();
    }

    /** Whether territories of a level may have shapes of their own. */
    static Column isDrawn() {
        return col(NIVEAU).equalTo(Niveaux.TERRITOIRE_DECLARE).or(col(NIVEAU).startsWith(Niveaux.HEXAGONE));
    }

    private Dataset<Row> hexagones() {
        return tables.read(Silver.CONTOUR)
                .where(col(NIVEAU).startsWith(Niveaux.HEXAGONE))
                .select(col(NIVEAU), col(CODE_TERRITOIRE), col(GEOMETRIE), col(SRID), col(SURFACE_KM2), lit(true));
    }

    /** Shapes of perimeters; one that has none of its own may be completed by communes that it lists. */
    private Dataset<Row> perimetres() {
        Dataset<Row> declares = tables.read(Silver.TERRITOIRE_DECLARE);
        Dataset<Row> own = declares.select(
                col(CODE_TERRITOIRE),
                col(SURFACE_KM2),
                col(GEOMETRIE).isNotNull().as(EST_VALIDE));
        return Compositions.formes(declares)
                .withColumnRenamed(CODE_ZONE, CODE_TERRITOIRE)
                .join(own, CODE_TERRITOIRE)
                .select(
                        lit(Niveaux.TERRITOIRE_DECLARE).as(NIVEAU),
                        col(CODE_TERRITOIRE),
                        col(GEOMETRIE),
                        lit((long) Crs.WGS84).as(SRID),
                        when(col(EST_VALIDE), col(SURFACE_KM2)).as(SURFACE_KM2),
                        col(EST_VALIDE));
    }

    private void add(Row row) {
        double area = row.isNullAt(4) ? Double.NaN : row.getDouble(4);
        formes.put(
                new Key(row.getString(0), row.getString(1)),
                new Forme((byte[]) row.get(2), (int) row.getLong(3), area, row.getBoolean(5)));
    }

    private Map<Niveau, List<Zone>> zones() {
        Map<Key, List<String>> touched =
                new TreeMap<>(java.util.Comparator.comparing(Key::niveau).thenComparing(Key::code));
        Map<Key, Set<String>> whole = new HashMap<>();
        Dataset<Row> parts = tables.read(Silver.RATTACHEMENT)
                .where(isDrawn().and(col(PART).gt(0)))
                .orderBy(col(PART).desc(), col(CODE_COMMUNE))
                .select(NIVEAU, CODE_TERRITOIRE, CODE_COMMUNE, PART);
        for (Row row : tables.list(parts, MOST)) {
            Key key = new Key(row.getString(0), row.getString(1));
            touched.computeIfAbsent(key, any -> new ArrayList<>()).add(row.getString(2));
            if (row.getDouble(3) == 1) {
                whole.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(row.getString(2));
            }
        }
        Map<String, Niveau> niveaux = new HashMap<>();
        Map<Niveau, List<Zone>> zones = new HashMap<>();
        touched.forEach((key, communes) -> zones.computeIfAbsent(
                        niveaux.computeIfAbsent(key.niveau(), Niveau::of), any -> new ArrayList<>())
                .add(zone(key, communes, whole.getOrDefault(key, Set.of()))));
        return zones;
    }

    private Zone zone(Key key, List<String> communes, Set<String> whole) {
        Forme forme = formes.get(key);
        return forme == null
                ? new Zone(key.code(), null, 0, Double.NaN, communes, whole)
                : new Zone(
                        key.code(),
                        forme.wkb(),
                        forme.srid(),
                        forme.surface(),
                        communes,
                        forme.alone() ? Set.of() : whole);
    }
}
