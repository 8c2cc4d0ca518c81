package fr.maillage.warehouse;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import fr.maillage.schemas.TableContract;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The state of every table at the end of one build: written once, never changed, the only thing a reader trusts.
 *
 * @param number from 1, one more than the one before
 * @param builtAt instant of the build, UTC
 * @param program digest of the program that built
 * @param parametres values that differ from the defaults
 * @param tables state of every table built so far, by id
 * @param base number of the base publication that a cadre was laid over; 0 for a base publication
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Publication(
        long number,
        Instant builtAt,
        String program,
        Map<String, String> parametres,
        Map<String, TableState> tables,
        long base) {

    /** A publication of the base. */
    public Publication(
            long number,
            Instant builtAt,
            String program,
            Map<String, String> parametres,
            Map<String, TableState> tables) {
        this(number, builtAt, program, parametres, tables, 0);
    }

    /** What there is before the first build. */
    public static final Publication NONE = new Publication(0, Instant.EPOCH, "", Map.of(), Map.of());

    /** The state of a table, empty when it was never built. */
    public Optional<TableState> find(TableContract contract) {
        return Optional.ofNullable(tables.get(contract.id()));
    }
}
