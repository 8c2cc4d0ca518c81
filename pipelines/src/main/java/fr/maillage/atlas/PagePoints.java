package fr.maillage.atlas;

import fr.maillage.atlas.AtlasData.Commune;
import fr.maillage.atlas.AtlasData.Etablissement;
import fr.maillage.atlas.AtlasData.Lien;
import fr.maillage.atlas.AtlasData.Modalite;
import fr.maillage.atlas.AtlasData.Reseau;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;

/** Establishments of a page that shows communes, and cooperations with members or territories on the page. */
final class PagePoints {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Etablissement> shown = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();
    private final AtlasData data;
    private final Page page;

    PagePoints(AtlasData data, Page page, Basemap basemap, PageMap map) {
        this.data = data;
        this.page = page;
        if (page.isCommunal()) {
            Map<String, Commune> communes = new HashMap<>();
            page.communes().forEach(commune -> communes.put(commune.code(), commune));
            data.etablissements().forEach(one -> add(one, communes.get(one.commune()), basemap, map));
        }
    }

    private void add(Etablissement one, Commune commune, Basemap basemap, PageMap map) {
        if (commune == null) {
            return;
        }
        Cadre cadre = Cadre.of(commune.departement());
        Coordinate position = basemap.position(cadre, one.longitude(), one.latitude());
        int[] place = map.place(cadre, position);
        if (place != null) {
            numbers.put(one.numero(), shown.size());
            shown.add(one);
            places.add(place);
        }
    }

    /** Column by column: number, name, category, commune, frame, column and row. */
    Map<String, Object> points() {
        Map<String, Integer> communes = page.numbers(Niveau.COMMUNE);
        Map<String, Integer> categories = new HashMap<>();
        List<Modalite> known = data.dimensions().getOrDefault("categorie", List.of());
        for (int i = 0; i < known.size(); i++) {
            categories.put(known.get(i).code(), i);
        }
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("ids", shown.stream().map(Etablissement::numero).toList());
        columns.put("names", shown.stream().map(Etablissement::nom).toList());
        columns.put(
                "categories",
                shown.stream()
                        .map(one -> categories.getOrDefault(one.categorie(), -1))
                        .toList());
        columns.put(
                "communes",
                shown.stream()
                        .map(one -> communes.getOrDefault(one.commune(), -1))
                        .toList());
        columns.put("frames", places.stream().map(place -> place[0]).toList());
        columns.put("x", places.stream().map(place -> place[1]).toList());
        columns.put("y", places.stream().map(place -> place[2]).toList());
        return columns;
    }

    /** Code, name, form, numbers of the points, and territories: role, number of the level, number in it. */
    List<List<Object>> networks() {
        List<List<Object>> networks = new ArrayList<>();
        Map<Niveau, Map<String, Integer>> territories = new HashMap<>();
        page.niveaux().forEach(niveau -> territories.put(niveau, page.numbers(niveau)));
        for (Reseau reseau : data.reseaux()) {
            List<Integer> members = reseau.etablissements().stream()
                    .map(numbers::get)
                    .filter(Objects::nonNull)
                    .toList();
            List<Object> liens = liens(reseau, territories);
            if (!members.isEmpty() || !liens.isEmpty()) {
                networks.add(List.of(reseau.code(), reseau.nom(), reseau.forme(), members, liens));
            }
        }
        return networks;
    }

    private List<Object> liens(Reseau reseau, Map<Niveau, Map<String, Integer>> territories) {
        List<Object> liens = new ArrayList<>();
        for (Lien lien : reseau.liens()) {
            Integer number = territories.getOrDefault(lien.niveau(), Map.of()).get(lien.code());
            if (number != null) {
                liens.add(List.of(lien.role(), page.niveaux().indexOf(lien.niveau()), number));
            }
        }
        return liens;
    }
}
