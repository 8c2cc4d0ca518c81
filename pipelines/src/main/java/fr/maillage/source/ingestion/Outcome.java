package fr.maillage.source.ingestion;

/** What became of a file. */
public enum Outcome {
    /** Kept in the landing folder. */
    LANDED("chargé", "landed"),
    /** Recognised and readable; nothing was written because the person only asked. */
    READABLE("lisible", "readable"),
    /** The same content landed before. */
    ALREADY("déjà là", "already there"),
    /** Of no known format. */
    UNKNOWN("non reconnu", "not understood yet"),
    /** Recognised, but nothing tells the day it speaks of. */
    UNDATED("sans date", "without a date"),
    /** Empty, truncated, corrupt or wrong. */
    REFUSED("refusé", "refused");

    private final String french;
    private final String english;

    Outcome(String french, String english) {
        this.french = french;
        this.english = english;
    }

    public String label(boolean inEnglish) {
        return inEnglish ? english : french;
    }
}
