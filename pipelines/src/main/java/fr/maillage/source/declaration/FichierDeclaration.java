package fr.maillage.source.declaration;

import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.Vintages;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A file that an agency or a member fills in, as a spreadsheet saves it: CSV with a header.
 *
 * <p>Separated by semicolons, commas or tabulations, in UTF-8 or Windows-1252. Recognised by its header. Its vintage is
 * the newest start date or month in its lines (an end date may be planned, so it does not count), else the date in its
 * name.
 */
public final class FichierDeclaration implements RegisterFormat {

    private static final long serialVersionUID = 1L;

    private final Gabarit gabarit;

    public FichierDeclaration(Gabarit gabarit) {
        this.gabarit = gabarit;
    }

    @Override
    public String name() {
        return gabarit.format();
    }

    @Override
    public String title() {
        return gabarit.title();
    }

    @Override
    public List<TableContract> tables() {
        return List.of(gabarit.table());
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        String header = firstLine(probe);
        EnTete found = EnTete.of(gabarit, header);
        if (!found.recognised()) {
            return Optional.empty();
        }
        if (!found.missing().isEmpty()) {
            // Reading it will say which column lacks.
            return Optional.of(Vintages.recognised(name(), probe));
        }
        return Optional.of(newestDate(probe.file())
                .map(day -> new Recognised(name(), day, "newest date in the lines"))
                .orElseGet(() -> Vintages.recognised(name(), probe)));
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        return LignesCsv.open(gabarit, file);
    }

    private static String firstLine(Probe probe) {
        String text = probe.text();
        return (text.startsWith("\ufeff") ? text.substring(1) : text)
                .lines()
                .filter(line -> !line.isBlank() && !LignesCsv.isComment(line))
                .findFirst()
                .orElse("");
    }

    private Optional<LocalDate> newestDate(SourceFile file) throws IOException {
        List<Integer> places = gabarit.dates().stream()
                .map(column -> gabarit.table().columns().indexOf(gabarit.bronze(column)))
                .toList();
        LocalDate newest = null;
        try (RecordIterator records = LignesCsv.open(gabarit, file)) {
            while (records.hasNext()) {
                LocalDate day = newest(records.next(), places);
                newest = newest == null || (day != null && day.isAfter(newest)) ? day : newest;
            }
        } catch (BrokenFile readingItWillSay) {
            return Optional.empty();
        }
        return Optional.ofNullable(newest);
    }

    private static LocalDate newest(SourceRecord line, List<Integer> places) {
        if (line.values() == null) {
            return null;
        }
        return places.stream()
                .map(place -> (String) line.values()[place])
                .filter(text -> text != null)
                .map(FichierDeclaration::day)
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** The day, the last day of the month, or the first of the year, which is that of a geography. */
    private static Optional<LocalDate> day(String typed) {
        if (typed.strip().matches("(19|20)[0-9]{2}")) {
            return Optional.of(LocalDate.of(Integer.parseInt(typed.strip()), 1, 1));
        }
        return Optional.ofNullable(Lecture.date(typed)).or(() -> Optional.ofNullable(Lecture.mois(typed))
                .map(month -> month.plusMonths(1).minusDays(1)));
    }
}
