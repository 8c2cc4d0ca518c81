package fr.maillage.source.ess;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Work-integration structures (SIAE) as the platform of inclusion exports them: a JSON array of records of the model {@code siaes.siae}.
 *
 * <p>The file does not tell its day; the newest day on which a record was changed does.
 */
public final class Siae implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    private static final int UPDATED_AT = Bronze.SIAE.columns().indexOf("updated_at");
    private static final String ISO_DAY = "\\d{4}-\\d{2}-\\d{2}T.*";

    @Override
    public String name() {
        return "siae-inclusion";
    }

    @Override
    public String title() {
        return "Plateforme de l’inclusion, structures d’insertion par l’activité économique (SIAE)";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.SIAE);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        String head = probe.text();
        if (!head.stripLeading().startsWith("[") || !head.contains("\"" + SiaeRecords.MODEL + "\"")) {
            return Optional.empty();
        }
        LocalDate newest = newest(probe.file());
        return Optional.of(
                newest == null
                        ? new Recognised(name(), null, "no record tells when it was changed")
                        : new Recognised(name(), newest, "newest change of a record"));
    }

    private LocalDate newest(SourceFile file) throws IOException {
        LocalDate newest = null;
        try (RecordIterator records = records(file, Bronze.SIAE)) {
            while (records.hasNext()) {
                LocalDate day = day(records.next());
                newest = newest == null || (day != null && day.isAfter(newest)) ? day : newest;
            }
        }
        return newest;
    }

    private static LocalDate day(SourceRecord record) {
        Object updated = record.values() == null ? null : record.values()[UPDATED_AT];
        return updated != null && updated.toString().matches(ISO_DAY)
                ? LocalDate.parse(updated.toString().substring(0, 10))
                : null;
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        return new SiaeRecords(file, table);
    }
}
