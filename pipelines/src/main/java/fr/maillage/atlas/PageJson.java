package fr.maillage.atlas;

import fr.maillage.atlas.AtlasData.Commune;
import fr.maillage.atlas.AtlasData.Modalite;
import fr.maillage.atlas.AtlasData.Origine;
import fr.maillage.atlas.AtlasData.Territoire;
import fr.maillage.atlas.Classes.Method;
import fr.maillage.atlas.habillage.Json;
import fr.maillage.atlas.habillage.Labels;
import fr.maillage.schemas.CodeList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a page says about itself: names, indicators, legends, sources; everything but arcs and values. */
final class PageJson {

    private final AtlasData data;
    private final Page page;
    private final Limits limits;

    PageJson(AtlasData data, Page page, Limits limits) {
        this.data = data;
        this.page = page;
        this.limits = limits;
    }

    Map<String, Object> of(PageMap map, PageSeries series, PagePoints points, List<Page> pages, int misfits) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", Json.labels(page.title()));
        json.put("made", LocalDate.now().toString());
        json.put("file", page.file());
        json.put("region", page.region());
        json.put("pages", pages.stream().map(PageJson::link).toList());
        json.put("frames", map.frames());
        json.put("cells", map.cells());
        json.put("levels", page.niveaux().stream().map(this::level).toList());
        json.put("likeness", Ressemblance.read());
        json.put("dimensions", dimensions());
        json.put(
                "indicators",
                data.indicateurs().stream().map(i -> indicator(i, series)).toList());
        json.put("origins", data.origines().stream().map(PageJson::origin).toList());
        json.put(
                "withoutContour",
                page.communes().stream().filter(c -> c.contour() == null).count());
        json.put("misfits", misfits);
        json.put("points", points.points());
        json.put("networks", points.networks());
        json.put("roles", roles());
        json.put("places", page.isCommunal() ? List.of() : places());
        return json;
    }

    /** What a territory can be to a cooperation: code and words. */
    private static List<Object> roles() {
        return CodeList.read("role_lien").rows().stream()
                .<Object>map(row ->
                        List.of(row.get("code"), Json.labels(new Labels(row.get("libelle"), row.get("libelle_en")))))
                .toList();
    }

    private static Map<String, Object> link(Page page) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("file", page.file());
        link.put("title", Json.labels(page.title()));
        link.put("region", page.region());
        return link;
    }

    private Map<String, Object> level(Niveau niveau) {
        Map<String, Territoire> known = new HashMap<>();
        data.territoires().getOrDefault(niveau, List.of()).forEach(one -> known.put(one.code(), one));
        List<String> codes = List.copyOf(page.numbers(niveau).keySet());
        List<String> names = new ArrayList<>();
        List<Long> populations = new ArrayList<>();
        List<Double> areas = new ArrayList<>();
        List<Double> elderly = new ArrayList<>();
        for (String code : codes) {
            Territoire territoire = known.getOrDefault(code, new Territoire(code, code, null, null, null));
            names.add(territoire.libelle());
            populations.add(territoire.population());
            areas.add(territoire.surface());
            elderly.add(territoire.part65());
        }
        Map<String, Object> level = new LinkedHashMap<>();
        level.put("id", niveau.word());
        level.put("title", Json.labels(niveau.titles()));
        level.put("singular", Json.labels(niveau.singulars()));
        level.put("fixed", Niveau.FIXES.contains(niveau));
        level.put("own", page.zones().containsKey(niveau));
        level.put("overlaps", niveau.overlaps());
        level.put("codes", codes);
        level.put("names", names);
        level.put("populations", populations);
        level.put("areas", areas);
        level.put("elderly", elderly.stream().allMatch(Objects::isNull) ? null : elderly);
        return level;
    }

    private Map<String, Object> dimensions() {
        Map<String, Object> dimensions = new LinkedHashMap<>();
        data.dimensions()
                .forEach((name, modalites) -> dimensions.put(
                        name, modalites.stream().map(PageJson::modality).toList()));
        return dimensions;
    }

    private static List<Object> modality(Modalite modalite) {
        return List.of(
                modalite.code(), Json.labels(modalite.libelle()), Json.labels(modalite.groupe()), modalite.parmi());
    }

    private Map<String, Object> indicator(Indicateur indicateur, PageSeries series) {
        Map<String, Object> json = new LinkedHashMap<>(series.write(indicateur));
        json.put("id", indicateur.id());
        json.put("title", Json.labels(indicateur.title()));
        json.put("definition", Json.labels(indicateur.definition()));
        json.put("unit", Json.labels(indicateur.unit()));
        json.put("numerator", Json.labels(indicateur.numeratorTitle()));
        json.put(
                "denominator",
                indicateur.denominator().isPresent() ? Json.labels(indicateur.denominatorTitle()) : null);
        json.put("byPopulation", indicateur.dividesByPopulation());
        json.put("factor", indicateur.factor());
        json.put("decimals", indicateur.decimals());
        json.put("dimension", indicateur.dimension());
        json.put("absentIsZero", indicateur.absent() == Indicateur.Absent.ZERO);
        json.put("unknown", indicateur.unknown().isPresent() ? Json.labels(indicateur.unknownTitle()) : null);
        json.put("zero", Json.labels(indicateur.zero()));
        json.put("missing", Json.labels(indicateur.missing()));
        json.put("palette", indicateur.palette());
        json.put("limits", limits(indicateur, json));
        return json;
    }

    /** By modality and level, in their order: the limits of the three methods. */
    private List<Object> limits(Indicateur indicateur, Map<String, Object> json) {
        List<Modalite> known = data.dimensions().getOrDefault(indicateur.dimension(), List.of());
        List<Object> all = new ArrayList<>();
        for (Object at : (List<?>) json.get("modalities")) {
            for (Niveau niveau : page.niveaux()) {
                String modalite = known.get((Integer) at).code();
                all.add(limits(indicateur, new Limits.Key(indicateur.id(), modalite, niveau)));
            }
        }
        return all;
    }

    private List<double[]> limits(Indicateur indicateur, Limits.Key key) {
        Map<Method, double[]> found = limits.find(key);
        List<double[]> byMethod = new ArrayList<>();
        for (Method method : Method.values()) {
            byMethod.add(indicateur
                    .classes()
                    .map(fixed ->
                            fixed.stream().mapToDouble(Double::doubleValue).toArray())
                    .orElse(found.getOrDefault(method, new double[0])));
        }
        return byMethod;
    }

    private static Map<String, Object> origin(Origine origine) {
        return Map.of(
                "what", Json.labels(origine.quoi()), "date", origine.date(), "scope", Json.labels(origine.portee()));
    }

    /** Communes that can be searched but are shown on another page: name, code, and who holds them. */
    private List<Object> places() {
        Map<String, Integer> epci = page.numbers(Niveau.EPCI);
        Map<String, Integer> departements = page.numbers(Niveau.DEPARTEMENT);
        List<Object> names = new ArrayList<>();
        List<Object> codes = new ArrayList<>();
        List<Object> inEpci = new ArrayList<>();
        List<Object> inDepartement = new ArrayList<>();
        List<Object> inRegion = new ArrayList<>();
        Map<String, Integer> regions = page.numbers(Niveau.REGION);
        for (Commune commune : page.communes()) {
            names.add(commune.libelle());
            codes.add(commune.code());
            inEpci.add(epci.getOrDefault(commune.territoire(Niveau.EPCI), -1));
            inDepartement.add(departements.getOrDefault(commune.departement(), -1));
            inRegion.add(regions.getOrDefault(commune.region(), -1));
        }
        return List.of(names, codes, inEpci, inDepartement, inRegion);
    }
}
