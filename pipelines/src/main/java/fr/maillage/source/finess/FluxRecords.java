package fr.maillage.source.finess;

import fr.maillage.schemas.Columns;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.LookAhead;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The elements of an XML flow that belong to one bronze table, by the names of their children.
 *
 * <p>A child that the contract does not know is no error: it is kept in {@code elements_inconnus} and the row says so. One
 * that is missing is null. An element of no known section comes out once, unreadable, with the file's main table.
 */
final class FluxRecords extends LookAhead {

    /** Columns that hold the name of the element itself. */
    private static final Set<String> OF_NAME = Set.of(Columns.SECTION, Columns.NOMENCLATURE);

    private final FluxReader reader;
    private final TableContract table;
    private final boolean isMain;
    private final Function<String, Optional<TableContract>> tableOf;
    private final List<String> columns;

    /** @param tableOf the bronze table of an element, by its name; empty when the file should have no such element */
    FluxRecords(
            SourceFile file, TableContract table, TableContract main, Function<String, Optional<TableContract>> tableOf)
            throws IOException {
        this.table = table;
        this.isMain = table.equals(main);
        this.tableOf = tableOf;
        this.columns = table.columns();
        this.reader = new FluxReader(file);
    }

    @Override
    protected SourceRecord advance() {
        for (FluxElement element = reader.next(); element != null; element = reader.next()) {
            Optional<TableContract> own = tableOf.apply(element.name());
            if (own.isPresent() && own.get().equals(table)) {
                return record(element);
            }
            if (own.isEmpty() && isMain && !element.isNamed(FichierFlux.HEADER)) {
                return SourceRecord.unreadable(element.line(), "section_inconnue", element.text());
            }
        }
        return null;
    }

    private SourceRecord record(FluxElement element) {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            String column = columns.get(i);
            values[i] =
                    OF_NAME.contains(column) ? element.name() : element.values().get(column);
        }
        String unknown = unknown(element);
        if (unknown.isEmpty()) {
            return SourceRecord.of(element.line(), values);
        }
        values[columns.indexOf(Columns.ELEMENTS_INCONNUS)] = unknown;
        return SourceRecord.flagged(element.line(), "element_inconnu", values);
    }

    private String unknown(FluxElement element) {
        return element.values().entrySet().stream()
                .filter(child -> !columns.contains(child.getKey()))
                .map(FluxRecords::text)
                .collect(Collectors.joining(";"));
    }

    private static String text(Map.Entry<String, String> child) {
        return child.getKey() + "=" + (child.getValue() == null ? "" : child.getValue());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
