package fr.maillage.source.finess;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Columns;
import fr.maillage.schemas.Field;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.json.JsonRecords;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * FINESS+ since 20 July 2026: one JSON document of structures, one of their activities, of 0.7 and 1.2 GB.
 *
 * <p>The day is that on which the document was generated, in France; where it does not say, that of the name, the last
 * day of the month for {@code mensuel-202607}, 31 December for a year.
 */
public final class FinessPlus implements RegisterFormat {

    /** Legal entities with their établissements, and groupings. */
    public static final FinessPlus STRUCTURES = new FinessPlus(
            "finess-plus-structures",
            "FINESS+, structures (JSON)",
            Bronze.FINESS_PLUS_STRUCTURE,
            Map.of("pmej", Columns.PMEJ, "gco", Columns.GCO, "gcc", Columns.GCC));

    /** Activities authorised and exercised, capacities and zones of intervention. */
    public static final FinessPlus ACTIVITES = new FinessPlus(
            "finess-plus-activites",
            "FINESS+, activités (JSON)",
            Bronze.FINESS_PLUS_ACTIVITE,
            Map.of("pmej", Columns.PMEJ_ACTIVITES));

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String title;
    private final TableContract table;
    private final Map<String, String> sections;

    private FinessPlus(String name, String title, TableContract table, Map<String, String> sections) {
        this.name = name;
        this.title = title;
        this.table = table;
        this.sections = sections;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<TableContract> tables() {
        return List.of(table);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) {
        String text = probe.text();
        if (!text.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        PlusHead head = PlusHead.of(text);
        if (table.equals(Bronze.FINESS_PLUS_STRUCTURE) ? !head.isStructures() : !head.isActivites()) {
            return Optional.empty();
        }
        Optional<LocalDate> generated = head.generatedOn();
        return Optional.of(
                generated.isPresent()
                        ? new Recognised(name, generated.get(), "generatedAt")
                        : new Recognised(
                                name, ReleaseDate.lastDayInName(probe.name()).orElse(null), "date in the name"));
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract wanted) throws IOException {
        Map<String, Field> columns = new java.util.HashMap<>();
        sections.forEach(
                (section, column) -> columns.put(section, wanted.find(column).orElseThrow()));
        return JsonRecords.open(file, wanted, columns);
    }

    /** The constant of that name, so that what was sent to another process knows its table again. */
    private Object readResolve() {
        return name.equals(STRUCTURES.name) ? STRUCTURES : ACTIVITES;
    }
}
