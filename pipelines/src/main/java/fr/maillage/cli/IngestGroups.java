package fr.maillage.cli;

import fr.maillage.serving.output.Rows;
import fr.maillage.source.ingestion.FileReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Files that went well, one line for all of a format: how many, of which days, with how many records. */
final class IngestGroups {

    /** Beyond it, days are told by the first and the last. */
    private static final int DAYS_TOLD = 3;

    private record Group(String title, String outcome) {}

    private final Map<Group, List<FileReport>> groups = new LinkedHashMap<>();
    private final boolean english;

    IngestGroups(boolean english) {
        this.english = english;
    }

    /** @param title what the file is */
    void add(FileReport report, String title) {
        Group group = new Group(title, report.outcome().label(english));
        groups.computeIfAbsent(group, first -> new ArrayList<>()).add(report);
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    Rows rows() {
        List<List<Object>> rows = new ArrayList<>();
        groups.forEach((group, files) -> rows.add(List.of(
                group.title(),
                group.outcome(),
                (long) files.size(),
                days(files),
                files.stream().mapToLong(FileReport::rows).sum(),
                files.stream().mapToLong(FileReport::unreadable).sum())));
        return Rows.of(columns(), rows);
    }

    private List<Rows.Column> columns() {
        return List.of(
                Rows.Column.text(english ? "what it is" : "ce que c’est"),
                Rows.Column.text(english ? "outcome" : "résultat"),
                Rows.Column.number(english ? "files" : "fichiers"),
                Rows.Column.text(english ? "speak of" : "millésimes"),
                Rows.Column.number(english ? "rows" : "lignes"),
                Rows.Column.number(english ? "unreadable" : "illisibles"));
    }

    private static String days(List<FileReport> files) {
        TreeSet<LocalDate> days = new TreeSet<>();
        files.stream()
                .flatMap(file -> file.pieces().stream())
                .map(piece -> piece.millesime())
                .filter(Objects::nonNull)
                .forEach(days::add);
        return days.size() > DAYS_TOLD
                ? days.first() + " … " + days.last() + " (" + days.size() + ")"
                : String.join(", ", days.stream().map(LocalDate::toString).toList());
    }
}
