package fr.maillage.serving;

import fr.maillage.MaillageException;
import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Every contract, and how a person may name one. */
public final class Contracts {

    /** By layer, then by name. */
    public static final List<TableContract> ALL =
            Stream.of(Bronze.ALL, Silver.ALL, Gold.ALL).flatMap(List::stream).toList();

    private Contracts() {}

    /**
     * The contract a person names: {@code gold.offre_par_territoire}, {@code gold/offre_par_territoire}, or the last part
     * alone when one table only has that name.
     */
    public static TableContract read(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT).replace('/', '.');
        List<TableContract> found = ALL.stream()
                .filter(contract ->
                        contract.sqlName().equals(wanted) || contract.name().equals(wanted))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        List<String> near = found.isEmpty()
                ? NearestNames.list(
                        wanted, ALL.stream().map(TableContract::sqlName).toList())
                : found.stream().map(TableContract::sqlName).toList();
        throw new MaillageException("Cannot describe " + name + ": "
                + (found.isEmpty() ? "there is no such table" : "several tables have that name") + ". Try "
                + String.join(", ", near) + ".");
    }
}
