package fr.maillage.source.declaration;

import fr.maillage.MaillageException;
import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.Vintages;
import fr.maillage.source.Workbooks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A census of cooperations, one line each, in the thirteen fields of the ANAP guide (L5465-5481): a CSV or a workbook.
 *
 * <p>An agency's own list is read as well: columns are known by many names, and {@code ingest --colonne} says the others.
 * Lines on which cells are merged are refused, as nobody can tell which cooperation a value belongs to.
 */
public final class Recensement implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    /** Short name kept with every row. */
    public static final String NAME = "declaration-recensement";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Recensement de coopérations, une ligne par coopération";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.DECLARATION_COOPERATION, Bronze.DECLARATION_FAIT);
    }

    /**
     * What a person says of columns, as a file carries it.
     *
     * @throws MaillageException when a field is none of a census
     */
    public static String colonnes(Map<String, String> said) {
        said.values().forEach(field -> ColonnesRecensement.inconnu(field).ifPresent(known -> {
            throw new MaillageException("Cannot read a column as '" + field
                    + "': a census has no such field. Choose one of " + known + ".");
        }));
        return said.entrySet().stream()
                .map(column -> column.getKey() + "=" + column.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        Optional<ColonnesRecensement> columns = columns(probe).filter(ColonnesRecensement::recognised);
        columns.ifPresent(ColonnesRecensement::check);
        return columns.map(known -> Vintages.recognised(NAME, probe));
    }

    private static Optional<ColonnesRecensement> columns(Probe probe) throws IOException {
        try (TableauRecensement table = TableauRecensement.open(probe.file(), Workbooks.looksLikeOne(probe))) {
            return Optional.of(table.columns());
        } catch (BrokenFile notATable) {
            return Optional.empty();
        }
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        return new Lignes(TableauRecensement.open(file), table.id().equals(Bronze.DECLARATION_COOPERATION.id()));
    }

    /** The lines of the table as records of one of the two bronze tables; refused lines come out with the cooperations. */
    private static final class Lignes implements RecordIterator {

        private final TableauRecensement table;
        private final boolean cooperations;
        private final List<SourceRecord> ready = new ArrayList<>();

        Lignes(TableauRecensement table, boolean cooperations) {
            this.table = table;
            this.cooperations = cooperations;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && table.hasNext()) {
                ready.addAll(records(table.next()));
            }
            return !ready.isEmpty();
        }

        @Override
        public SourceRecord next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove(0);
        }

        @Override
        public void close() throws IOException {
            table.close();
        }

        private List<SourceRecord> records(TableauRecensement.Ligne line) {
            if (line.merged()) {
                return cooperations
                        ? List.of(SourceRecord.unreadable(
                                line.number(), "cellules_fusionnees", String.join(" | ", line.texts())))
                        : List.of();
            }
            LigneRecensement read = new LigneRecensement(line.number(), line.cells(), table.columns());
            return cooperations ? List.of(read.cooperation()) : read.faits();
        }
    }
}
