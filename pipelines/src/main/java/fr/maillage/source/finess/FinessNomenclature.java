package fr.maillage.source.finess;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A FINESS nomenclature as XML: one element per code, with the groups of three levels it belongs to. */
public final class FinessNomenclature implements RegisterFormat {

    /** Categories of establishments. */
    public static final FinessNomenclature CATEGORIES = new FinessNomenclature(
            "finess-cs1500106",
            "FINESS, nomenclature des catégories d’établissements",
            "nomenclcategorieETavecagr",
            Bronze.FINESS_CS1500106);
    /** Legal statuses. */
    public static final FinessNomenclature STATUTS = new FinessNomenclature(
            "finess-cs1500107",
            "FINESS, nomenclature des statuts juridiques",
            "nomenclstatutavecagr",
            Bronze.FINESS_CS1500107);

    private static final long serialVersionUID = 1L;
    private static final Pattern UPDATED = Pattern.compile("<datemaj>\\s*(\\d{4}-\\d{2}-\\d{2})");

    private final String name;
    private final String title;
    private final String element;
    private final transient TableContract table;

    private FinessNomenclature(String name, String title, String element, TableContract table) {
        this.name = name;
        this.title = title;
        this.element = element;
        this.table = table;
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
        if (!text.contains("<fluxfiness") || !text.contains("<" + element + ">")) {
            return Optional.empty();
        }
        Matcher updated = UPDATED.matcher(text);
        Optional<LocalDate> told = updated.find() ? ReleaseDate.of(updated.group(1)) : Optional.empty();
        return Optional.of(
                told.isPresent()
                        ? new Recognised(name, told.get(), "datemaj of the header")
                        : new Recognised(name, ReleaseDate.inName(probe.name()).orElse(null), "date in the name"));
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract wanted) throws IOException {
        return new FluxRecords(
                file, wanted, table, name -> name.equals(element) ? Optional.of(table) : Optional.empty());
    }

    /** The constant of that name, so that what was sent to another process knows its table again. */
    private Object readResolve() {
        return name.equals(CATEGORIES.name) ? CATEGORIES : STATUTS;
    }
}
