package fr.maillage.atlas;

import fr.maillage.atlas.AtlasData.Territoire;
import fr.maillage.atlas.Classes.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;

/**
 * The class limits of every map of the atlas: one set per indicator, modality and level.
 *
 * <p>They are made over all dates and all pages together, so that two months, or two régions, compare by colour.
 */
final class Limits {

    /** What has one legend. */
    record Key(String indicateur, String modalite, Niveau niveau) {}

    private final Map<Niveau, Map<String, Double>> populations = new HashMap<>();
    private final Map<Key, Map<Method, double[]>> limits = new ConcurrentHashMap<>();

    Limits(AtlasData data) {
        data.territoires().forEach((niveau, territoires) -> populations.put(niveau, populations(territoires)));
        Map<String, Indicateur> byId = new HashMap<>();
        data.indicateurs().forEach(indicateur -> byId.put(indicateur.id(), indicateur));
        Map<Key, List<Serie>> maps = new HashMap<>();
        data.series().forEach((key, serie) -> {
            if (!key.niveau().equals(Niveau.NATIONAL)) {
                maps.computeIfAbsent(new Key(key.indicateur(), key.modalite(), key.niveau()), any -> new ArrayList<>())
                        .add(serie);
            }
        });
        maps.entrySet().parallelStream()
                .forEach(map -> limits.put(
                        map.getKey(), of(byId.get(map.getKey().indicateur()), map.getKey(), map.getValue())));
    }

    private static Map<String, Double> populations(List<Territoire> territoires) {
        Map<String, Double> populations = new HashMap<>();
        territoires.forEach(territoire -> populations.put(
                territoire.code(),
                territoire.population() == null
                        ? Double.NaN
                        : territoire.population().doubleValue()));
        return populations;
    }

    private Map<Method, double[]> of(Indicateur indicateur, Key key, List<Serie> series) {
        Map<String, Double> population = populations.getOrDefault(key.niveau(), Map.of());
        DoubleStream.Builder values = DoubleStream.builder();
        series.forEach(serie -> serie.forEach(
                (code, valeur) -> values.add(indicateur.value(valeur, population.getOrDefault(code, Double.NaN)))));
        return Classes.of(values.build(), indicateur.decimals());
    }

    /** The limits by method; empty when the indicator has no value there. */
    Map<Method, double[]> find(Key key) {
        return limits.getOrDefault(key, Map.of());
    }
}
