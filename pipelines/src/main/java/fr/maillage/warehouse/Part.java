package fr.maillage.warehouse;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;

/**
 * A part of a table that is computed at once: the rows of one landed file in bronze, the whole table elsewhere.
 *
 * @param value which part: the file's identity in bronze, empty for a whole table
 * @param basis what the content depends on (contract, code, parameters, inputs), each with its digest
 * @param rows rows readers see
 * @param rejected rows set aside
 * @param digest fingerprint of what readers see; what depends on the table is stale only when it changes
 * @param fullDigest fingerprint of every row and column, rejected ones included
 * @param rules how many rows break each rule
 * @param files data files, relative to the table's folder
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Part(
        String value,
        Map<String, String> basis,
        long rows,
        long rejected,
        String digest,
        String fullDigest,
        Map<String, Long> rules,
        List<String> files) {

    /** The same content, found again on another basis. */
    Part on(Map<String, String> otherBasis) {
        return new Part(value, otherBasis, rows, rejected, digest, fullDigest, rules, files);
    }

    /** Whether it still stands on what it would be computed from now. */
    boolean isFresh(Map<String, String> wanted) {
        return basis.equals(wanted);
    }
}
