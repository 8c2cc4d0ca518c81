package fr.maillage.cli;

import fr.maillage.serving.output.OutputFormat;
import fr.maillage.serving.output.Rows;
import fr.maillage.source.Fiche;
import fr.maillage.source.Formats;
import fr.maillage.source.ingestion.FileReport;
import fr.maillage.source.ingestion.Outcome;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;

/**
 * What closes an ingestion: what each file is and what became of it.
 *
 * <p>Files of a folder that went well are told together, a line for each format; a file that was named, refused, a copy of
 * another or only partly readable stands by itself.
 */
final class IngestSummary {

    private final PrintWriter out;
    private final boolean english;
    private final boolean everyFile;

    /** @param everyFile whether each file has its line, whatever became of it */
    IngestSummary(CommandLine command, boolean english, boolean everyFile) {
        this.out = command.getOut();
        this.english = english;
        this.everyFile = everyFile;
    }

    void write(List<FileReport> reports) {
        IngestGroups groups = new IngestGroups(english);
        List<List<Object>> rows = new ArrayList<>();
        for (FileReport report : reports) {
            if (standsByItself(report)) {
                rows.add(row(report));
            } else if (report.outcome() != Outcome.UNKNOWN) {
                groups.add(report, each(report, piece -> title(piece.format())));
            }
        }
        if (!groups.isEmpty()) {
            OutputFormat.TABLE.write(groups.rows(), out);
        }
        if (!groups.isEmpty() && !rows.isEmpty()) {
            out.println();
        }
        if (!rows.isEmpty()) {
            OutputFormat.TABLE.write(Rows.of(columns(), rows), out);
        }
        writeUnknown(reports);
        out.println(closing(reports));
        out.flush();
    }

    private boolean standsByItself(FileReport report) {
        boolean wentWell = report.outcome() != Outcome.REFUSED && report.outcome() != Outcome.UNDATED;
        boolean remarkable = report.named()
                || !wentWell
                || report.unreadable() > 0
                || !report.reason().isEmpty();
        return report.outcome() != Outcome.UNKNOWN && (everyFile || remarkable);
    }

    private List<Object> row(FileReport report) {
        return List.of(
                report.chemin(),
                report.outcome().label(english),
                each(report, piece -> title(piece.format())),
                each(report, piece -> Objects.toString(piece.millesime(), "")),
                each(report, Fiche.Piece::preuve),
                report.rows(),
                report.unreadable(),
                report.reason());
    }

    /** By name alone: there is nothing else to say of them. */
    private void writeUnknown(List<FileReport> reports) {
        List<FileReport> unknown = reports.stream()
                .filter(report -> report.outcome() == Outcome.UNKNOWN)
                .toList();
        if (!unknown.isEmpty()) {
            out.println(Outcome.UNKNOWN.label(english) + (english ? ":" : " :"));
        }
        for (FileReport report : unknown) {
            out.println("  " + report.chemin() + (report.reason().isEmpty() ? "" : " (" + report.reason() + ")"));
        }
    }

    private List<Rows.Column> columns() {
        return List.of(
                Rows.Column.text(english ? "file" : "fichier"),
                Rows.Column.text(english ? "outcome" : "résultat"),
                Rows.Column.text(english ? "what it is" : "ce que c’est"),
                Rows.Column.text(english ? "speaks of" : "millésime"),
                Rows.Column.text(english ? "known by" : "preuve"),
                Rows.Column.number(english ? "rows" : "lignes"),
                Rows.Column.number(english ? "unreadable" : "illisibles"),
                Rows.Column.text(english ? "remark" : "remarque"));
    }

    /** How many files had each outcome. */
    private String closing(List<FileReport> reports) {
        Map<Outcome, Long> counts = reports.stream()
                .collect(Collectors.groupingBy(
                        FileReport::outcome, () -> new EnumMap<>(Outcome.class), Collectors.counting()));
        return counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey().label(english))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String each(FileReport report, Function<Fiche.Piece, String> what) {
        return report.pieces().stream().map(what).distinct().collect(Collectors.joining(", "));
    }

    private static String title(String format) {
        return Formats.find(format).map(known -> known.title()).orElse(format);
    }
}
