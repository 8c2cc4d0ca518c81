package fr.maillage.atlas;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;

import fr.maillage.atlas.AtlasData.Commune;
import fr.maillage.atlas.AtlasData.Territoire;
import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Reads territories, what belongs to what, and the contour of every commune. */
final class TerritoireReader {

    private static final int MOST = 1_000_000;

    private final Tables tables;
    private final Map<Niveau, List<Territoire>> territoires = new EnumMap<>(Niveau.class);
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
            Optional<Niveau> niveau = Niveau.find(row.getString(0));
            Long population = row.isNullAt(3) ? null : row.getLong(3);
            String name = row.isNullAt(2) ? row.getString(1) : row.getString(2);
            niveau.ifPresent(known -> territoires
                    .computeIfAbsent(known, any -> new ArrayList<>())
                    .add(new Territoire(row.getString(1), name, population)));
            millesime = Math.max(millesime, row.isNullAt(4) ? 0 : row.getLong(4));
        }
    }

    private Map<String, Map<Niveau, String>> belongings() {
        Map<String, Map<Niveau, String>> belongings = new TreeMap<>();
        for (Row row : tables.list(
                tables.read(Silver.RATTACHEMENT).select(col(CODE_COMMUNE), col(NIVEAU), col(CODE_TERRITOIRE)), MOST)) {
            Niveau.find(row.getString(1)).ifPresent(niveau -> belongings
                    .computeIfAbsent(row.getString(0), code -> new EnumMap<>(Niveau.class))
                    .put(niveau, row.getString(2)));
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
                holders.get(Niveau.EPCI),
                holders.get(Niveau.DEPARTEMENT),
                holders.get(Niveau.REGION),
                contour == null ? null : contour.wkb(),
                contour == null ? 0 : contour.srid());
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
