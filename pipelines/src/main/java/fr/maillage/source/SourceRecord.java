package fr.maillage.source;

/**
 * One record of a file, on its way to bronze.
 *
 * @param line line or record number in the file, from 1
 * @param values one per field of the bronze contract, in its order; null for a record that could not be read
 * @param brokenRule why it could not be read ({@code largeur_de_ligne}, {@code json_illisible}, …) or what is doubtful about
 *     it ({@code element_inconnu}); null when nothing is
 * @param text the record as it stands, for one that could not be read; null otherwise
 */
public record SourceRecord(long line, Object[] values, String brokenRule, String text) {

    public static SourceRecord of(long line, Object... values) {
        return new SourceRecord(line, values, null, null);
    }

    /** A record that was read and yet breaks a rule which only flags it. */
    public static SourceRecord flagged(long line, String brokenRule, Object... values) {
        return new SourceRecord(line, values, brokenRule, null);
    }

    public static SourceRecord unreadable(long line, String brokenRule, String text) {
        return new SourceRecord(line, null, brokenRule, text);
    }

    /** Whether its values are known. */
    public boolean isReadable() {
        return values != null;
    }
}
