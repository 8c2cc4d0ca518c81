package fr.maillage.quality;

import fr.maillage.schemas.Rule;
import fr.maillage.serving.FileNames;
import fr.maillage.serving.Words;
import fr.maillage.serving.output.Rows;
import fr.maillage.serving.output.Rows.Column;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Warehouse;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What was wrong with what came in: by table, file and rule with examples, and whether every record is accounted for. */
public final class QualityReport {

    private final List<BrokenRule> broken;
    private final List<FileCount> files;

    private final List<List<Object>> drift;

    private QualityReport(List<BrokenRule> broken, List<FileCount> files, List<List<Object>> drift) {
        this.broken = broken;
        this.files = files;
        this.drift = drift;
    }

    public static QualityReport of(Warehouse warehouse, Publication publication) throws SQLException {
        Map<String, String> fileNames = FileNames.of(warehouse);
        return new QualityReport(
                new BrokenRules(warehouse, publication, fileNames).list(),
                FileCount.list(warehouse, publication, fileNames),
                SchemaDrift.list(warehouse, publication));
    }

    public List<BrokenRule> broken() {
        return broken;
    }

    public List<FileCount> files() {
        return files;
    }

    /** Whether documents hold what their contract does not expect, or the reverse. */
    public boolean hasDrift() {
        return !drift.isEmpty();
    }

    /** One row per release, path and kind of difference between documents and their contract. */
    public Rows drift(boolean english) {
        return Rows.of(SchemaDrift.columns(english), drift);
    }

    /** One row per table, file and rule. */
    public Rows rules(boolean english) {
        List<Column> columns = english
                ? List.of(
                        Column.text("table"),
                        Column.text("file"),
                        Column.text("rule"),
                        Column.text("severity"),
                        Column.number("rows"),
                        Column.number("share_percent"),
                        Column.text("examples"),
                        Column.text("message"))
                : List.of(
                        Column.text("table"),
                        Column.text("fichier"),
                        Column.text("regle"),
                        Column.text("gravite"),
                        Column.number("lignes"),
                        Column.number("part_pourcent"),
                        Column.text("exemples"),
                        Column.text("message"));
        return Rows.of(columns, broken.stream().map(rule -> row(rule, english)).toList());
    }

    /** One row per landed file: records that came in, rows and unreadable records that came out. */
    public Rows counts(boolean english) {
        List<Column> columns = english
                ? List.of(
                        Column.text("file"),
                        Column.text("format"),
                        Column.number("records"),
                        Column.number("rows"),
                        Column.number("unreadable"),
                        Column.text("balance"))
                : List.of(
                        Column.text("fichier"),
                        Column.text("format"),
                        Column.number("enregistrements"),
                        Column.number("lignes"),
                        Column.number("illisibles"),
                        Column.text("solde"));
        return Rows.of(
                columns,
                files.stream()
                        .map(file -> Arrays.<Object>asList(
                                file.file(),
                                file.format(),
                                file.records(),
                                file.rows(),
                                file.unreadable(),
                                balance(file, english)))
                        .toList());
    }

    private static List<Object> row(BrokenRule broken, boolean english) {
        return Arrays.asList(
                broken.table().sqlName(),
                broken.file(),
                broken.rule().rule(),
                Words.severity(broken.rule().rejects() ? Rule.Severity.REJECT : Rule.Severity.FLAG, english),
                broken.rows(),
                Math.round(broken.share() * 10_000) / 100.0,
                broken.examples(),
                broken.rule().message(english));
    }

    private static String balance(FileCount file, boolean english) {
        if (file.balances()) {
            return english ? "balanced" : "juste";
        }
        return file.rows() + file.unreadable() == 0
                ? english ? "not built yet" : "pas encore construit"
                : english ? "DIFFERS" : "ÉCART";
    }
}
