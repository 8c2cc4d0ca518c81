package fr.maillage.atlas;

import fr.maillage.atlas.AtlasData.Modalite;
import fr.maillage.atlas.Serie.Valeur;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * The values of one page: a block of bytes per series, and which block belongs to what.
 *
 * <p>A block holds the number of territories that have a row, their numbers as gaps, then the numerators, denominators
 * and estimated shares, column by column, which compresses best.
 */
final class PageSeries {

    private static final long PER_MILLE = 1000;

    private final Map<Niveau, Map<String, Integer>> numbers = new LinkedHashMap<>();
    private final AtlasData data;
    private final Varints blocks = new Varints();

    PageSeries(AtlasData data, Page page) {
        this.data = data;
        page.niveaux().forEach(niveau -> numbers.put(niveau, page.numbers(niveau)));
    }

    /** Writes the blocks of an indicator and tells its dates, its modalities and the length of every block. */
    Map<String, Object> write(Indicateur indicateur) {
        List<String> dates = dates(indicateur);
        List<Integer> modalities = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        List<Modalite> known = data.dimensions().getOrDefault(indicateur.dimension(), List.of());
        for (int i = 0; i < known.size(); i++) {
            List<Integer> written = write(indicateur, known.get(i).code(), dates);
            if (written.stream().anyMatch(length -> length > 0)) {
                modalities.add(i);
                lengths.addAll(written);
            }
        }
        return Map.of("dates", dates, "modalities", modalities, "lengths", lengths);
    }

    private List<Integer> write(Indicateur indicateur, String modalite, List<String> dates) {
        List<Integer> lengths = new ArrayList<>();
        int start = blocks.size();
        for (Niveau niveau : numbers.keySet()) {
            for (String date : dates) {
                int before = blocks.size();
                Serie serie = data.series().get(new SerieKey(indicateur.id(), modalite, niveau, date));
                if (serie != null) {
                    write(indicateur, serie, numbers.get(niveau));
                }
                lengths.add(blocks.size() - before);
            }
        }
        return blocks.size() == start ? List.of(0) : lengths;
    }

    private void write(Indicateur indicateur, Serie serie, Map<String, Integer> codes) {
        TreeMap<Integer, Valeur> values = new TreeMap<>();
        serie.forEach((code, valeur) -> {
            Integer number = codes.get(code);
            if (number != null) {
                values.put(number, valeur);
            }
        });
        if (values.isEmpty()) {
            return;
        }
        blocks.unsigned(values.size());
        int previous = -1;
        for (int number : values.keySet()) {
            blocks.unsigned(number - previous - 1L);
            previous = number;
        }
        column(values, Valeur::numerateur, scale(values));
        if (indicateur.denominator().isPresent() && !indicateur.dividesByPopulation()) {
            column(values, Valeur::denominateur, 1);
        }
        if (indicateur.unknown().isPresent()) {
            column(values, Valeur::inconnu, PER_MILLE);
        }
    }

    private void column(TreeMap<Integer, Valeur> values, ToDoubleFunction<Valeur> part, long scale) {
        blocks.unsigned(scale);
        values.values().forEach(valeur -> blocks.optional(part.applyAsDouble(valeur), scale));
    }

    /** Counts are whole; hours are kept to the hundredth. */
    private static long scale(TreeMap<Integer, Valeur> values) {
        boolean whole = values.values().stream()
                .mapToDouble(Valeur::numerateur)
                .allMatch(value -> Double.isNaN(value) || value == Math.rint(value));
        return whole ? 1 : 100;
    }

    private List<String> dates(Indicateur indicateur) {
        TreeSet<String> dates = new TreeSet<>();
        data.series().keySet().stream()
                .filter(key -> key.indicateur().equals(indicateur.id()))
                .forEach(key -> dates.add(key.date()));
        return List.copyOf(dates);
    }

    byte[] bytes() {
        return blocks.bytes();
    }
}
