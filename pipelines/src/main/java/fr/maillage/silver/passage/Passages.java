package fr.maillage.silver.passage;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * From a commune of any day to those of any other, forwards and backwards, through the pieces they share.
 *
 * <p>A code officiel géographique is that of its 1 January, movements of that day included. The shares of a commune add up
 * to 1 wherever all its land was French on both days, so that a total re-expressed is the same total.
 */
public final class Passages implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A life of a code with its pieces, in the order of their names. */
    private record Territoire(
            String code, LocalDate debut, LocalDate fin, LocalDate luAu, boolean commune, Map<String, Part> parts)
            implements Serializable {}

    private final Map<String, NavigableMap<LocalDate, Territoire>> lectures = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Territoire>> communes = new HashMap<>();

    private Passages() {}

    /** From rows of silver/passage_commune. */
    public static Passages of(List<Row> rows) {
        return of(rows.stream().map(Portion::of).toList());
    }

    static Passages of(Collection<Portion> portions) {
        Passages passages = new Passages();
        Map<List<Object>, List<Portion>> lives = new HashMap<>();
        portions.forEach(
                one -> lives.computeIfAbsent(List.of(one.type(), one.code(), one.debut()), life -> new ArrayList<>())
                        .add(one));
        lives.values().forEach(passages::add);
        return passages;
    }

    private void add(List<Portion> life) {
        Portion one = life.get(0);
        Map<String, Part> parts = new TreeMap<>();
        life.forEach(portion -> parts.put(portion.atome(), portion.part()));
        boolean commune = one.type().equals(Mouvement.Code.COMMUNE);
        Territoire territoire = new Territoire(one.code(), one.debut(), one.fin(), one.luAu(), commune, parts);
        if (one.luDu() != null) {
            lectures.computeIfAbsent(one.code(), code -> new TreeMap<>()).put(one.luDu(), territoire);
        }
        if (commune) {
            parts.keySet().forEach(atome -> communes.computeIfAbsent(atome, piece -> new TreeMap<>())
                    .put(one.debut(), territoire));
        }
    }

    /** What a code means on a day; empty for a code that never was. */
    private Optional<Territoire> read(String code, LocalDate day) {
        NavigableMap<LocalDate, Territoire> readings = lectures.get(code);
        return readings == null || readings.floorEntry(day) == null
                ? Optional.empty()
                : Optional.of(readings.floorEntry(day).getValue());
    }

    /** Whether a code is in use on a day, and what is wrong where it is not. */
    public Usage usage(String code, LocalDate day) {
        return read(code, day)
                .map(found -> found.debut.isAfter(day) || !found.fin.isAfter(day)
                        ? Usage.AUTRE_MILLESIME
                        : found.commune ? Usage.COMMUNE : Usage.COMMUNE_RATTACHEE)
                .orElse(Usage.INCONNU);
    }

    /** The communes of a day that hold a part of what a code means on another, each with its share. */
    public List<Passage> between(String code, LocalDate day, LocalDate target) {
        return read(code, day).map(territoire -> toward(territoire, target)).orElse(List.of());
    }

    /** The same from the geography of one year to that of another. */
    public List<Passage> between(String code, int year, int target) {
        return between(code, LocalDate.of(year, 1, 1), LocalDate.of(target, 1, 1));
    }

    private List<Passage> toward(Territoire territoire, LocalDate target) {
        Map<String, Somme> sums = new TreeMap<>();
        territoire.parts.forEach((atome, part) -> {
            Territoire holder = commune(atome, target);
            if (holder != null) {
                sums.computeIfAbsent(holder.code, code -> new Somme()).add(part);
            }
        });
        Somme all = new Somme();
        territoire.parts.values().forEach(all::add);
        List<Passage> found = new ArrayList<>();
        sums.forEach((code, sum) -> found.add(sum.passage(territoire.code, code, all)));
        return found;
    }

    private Territoire commune(String atome, LocalDate day) {
        NavigableMap<LocalDate, Territoire> holders = communes.get(atome);
        Map.Entry<LocalDate, Territoire> last = holders == null ? null : holders.floorEntry(day);
        return last == null || !last.getValue().fin.isAfter(day) ? null : last.getValue();
    }
}
