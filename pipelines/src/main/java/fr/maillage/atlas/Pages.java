package fr.maillage.atlas;

import fr.maillage.atlas.AtlasData.Commune;
import fr.maillage.atlas.AtlasData.Territoire;
import fr.maillage.atlas.AtlasData.Zone;
import fr.maillage.atlas.Page.Detail;
import fr.maillage.atlas.habillage.Labels;
import fr.maillage.atlas.habillage.Volet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Decides which pages an atlas has: one when the communes fit in it, else one for all and one per région. */
final class Pages {

    /** Above it, communes are shown in a page per région. */
    private static final int COMMUNES_ON_ONE_PAGE = 3000;

    /** A level with more zones than that is shown in the pages of régions only, as communes are. */
    private static final int ZONES_ON_ONE_PAGE = 5000;

    private Pages() {}

    static List<Page> of(AtlasData data) {
        if (data.communes().size() <= COMMUNES_ON_ONE_PAGE) {
            return List.of(new Page(
                    Volet.CARTE.file(),
                    whole(data),
                    Detail.COMMUNAL,
                    data.niveaux(),
                    data.communes(),
                    data.zones(),
                    null));
        }
        List<Page> pages = new ArrayList<>();
        List<Niveau> general = data.niveaux().stream()
                .filter(niveau -> !niveau.equals(Niveau.COMMUNE))
                .filter(niveau -> data.zones().getOrDefault(niveau, List.of()).size() <= ZONES_ON_ONE_PAGE)
                .toList();
        pages.add(new Page(
                Volet.CARTE.file(), whole(data), Detail.GENERAL, general, data.communes(), data.zones(), null));
        Map<String, String> names = data.territoires().getOrDefault(Niveau.REGION, List.of()).stream()
                .collect(Collectors.toMap(Territoire::code, Territoire::libelle));
        byRegion(data.communes()).forEach((region, communes) -> {
            Labels title = Labels.same(names.getOrDefault(region, region));
            pages.add(new Page(
                    "region-" + region + ".html",
                    title,
                    Detail.COMMUNAL,
                    data.niveaux(),
                    communes,
                    zones(data, communes),
                    region));
        });
        return pages;
    }

    private static Map<String, List<Commune>> byRegion(List<Commune> communes) {
        return communes.stream()
                .filter(commune -> commune.region() != null)
                .collect(Collectors.groupingBy(Commune::region, TreeMap::new, Collectors.toList()));
    }

    /** Of each level the zones that reach into one of the communes. */
    private static Map<Niveau, List<Zone>> zones(AtlasData data, List<Commune> communes) {
        Set<String> codes = communes.stream().map(Commune::code).collect(Collectors.toSet());
        Map<Niveau, List<Zone>> zones = new HashMap<>();
        data.zones()
                .forEach((niveau, all) -> zones.put(
                        niveau,
                        all.stream()
                                .filter(zone -> zone.touchees().stream().anyMatch(codes::contains))
                                .toList()));
        return zones;
    }

    private static Labels whole(AtlasData data) {
        List<Territoire> regions = data.territoires().getOrDefault(Niveau.REGION, List.of());
        if (regions.size() == 1) {
            return Labels.same(regions.get(0).libelle());
        }
        return data.fictif() ? new Labels("Territoire fictif", "Fictional territory") : Labels.same("France");
    }
}
