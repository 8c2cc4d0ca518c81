package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.COM_AP;
import static fr.maillage.schemas.Columns.COM_AV;
import static fr.maillage.schemas.Columns.DATE_EFF;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/**
 * What communes became, told by the movements of INSEE: from any 1 January to any other, later or earlier.
 *
 * <p>A movement is dated; the code officiel géographique of a year is that of its 1 January, movements of that day
 * included. A commune that was split becomes several; seen backwards, so does one that was merged.
 */
public final class Passages implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<String, NavigableMap<LocalDate, Set<String>>> after = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Set<String>>> before = new HashMap<>();

    /** From rows of movements between communes in the strict sense: date_eff, com_av, com_ap. */
    public static Passages of(List<Row> movements) {
        Passages passages = new Passages();
        for (Row row : movements) {
            passages.add(LocalDate.parse(row.getAs(DATE_EFF)), row.getAs(COM_AV), row.getAs(COM_AP));
        }
        return passages;
    }

    void add(LocalDate day, String from, String to) {
        link(after, day, from, to);
        link(before, day, to, from);
    }

    /** The communes of one year that a commune of another became, or came from; itself when nothing happened. */
    public Set<String> between(String commune, int year, int target) {
        LocalDate start = LocalDate.of(year, 1, 1);
        LocalDate end = LocalDate.of(target, 1, 1);
        Set<String> found = new TreeSet<>();
        if (year <= target) {
            forward(commune, start, end, found);
        } else {
            backward(commune, start, end, found);
        }
        return found;
    }

    private void forward(String commune, LocalDate last, LocalDate end, Set<String> found) {
        Map.Entry<LocalDate, Set<String>> next = movements(after, commune).higherEntry(last);
        if (next == null || next.getKey().isAfter(end)) {
            found.add(commune);
            return;
        }
        next.getValue().forEach(to -> forward(to, next.getKey(), end, found));
    }

    private void backward(String commune, LocalDate last, LocalDate end, Set<String> found) {
        Map.Entry<LocalDate, Set<String>> previous = movements(before, commune).floorEntry(last);
        if (previous == null || !previous.getKey().isAfter(end)) {
            found.add(commune);
            return;
        }
        previous.getValue().forEach(from -> backward(from, previous.getKey().minusDays(1), end, found));
    }

    private static NavigableMap<LocalDate, Set<String>> movements(
            Map<String, NavigableMap<LocalDate, Set<String>>> all, String commune) {
        NavigableMap<LocalDate, Set<String>> own = all.get(commune);
        return own == null ? new TreeMap<>() : own;
    }

    private static void link(
            Map<String, NavigableMap<LocalDate, Set<String>>> links, LocalDate day, String from, String to) {
        links.computeIfAbsent(from, code -> new TreeMap<>())
                .computeIfAbsent(day, date -> new TreeSet<>())
                .add(to);
    }
}
