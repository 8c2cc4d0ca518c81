package fr.maillage.warehouse;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One table as a publication names it.
 *
 * @param table id of its contract, {@code silver/commune}
 * @param version version of the Delta table
 * @param contract digest of the contract it was built under
 * @param seconds time its last computation took
 * @param parts what it is made of
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TableState(String table, long version, String contract, double seconds, List<Part> parts) {

    @JsonIgnore
    public long rows() {
        return parts.stream().mapToLong(Part::rows).sum();
    }

    @JsonIgnore
    public long rejected() {
        return parts.stream().mapToLong(Part::rejected).sum();
    }

    /** Fingerprint of the content readers see; equal content, equal digest, whatever the parts. */
    @JsonIgnore
    public String digest() {
        BigInteger sum =
                parts.stream().map(part -> new BigInteger(part.digest(), 16)).reduce(BigInteger.ZERO, BigInteger::add);
        return rows() + ":" + sum.toString(16);
    }

    /** How many rows break each rule. */
    @JsonIgnore
    public Map<String, Long> rules() {
        Map<String, Long> rules = new TreeMap<>();
        parts.forEach(part -> part.rules().forEach((rule, count) -> rules.merge(rule, count, Long::sum)));
        return rules;
    }

    /** Data files, relative to the table's folder. */
    @JsonIgnore
    public List<String> files() {
        return parts.stream().flatMap(part -> part.files().stream()).toList();
    }
}
