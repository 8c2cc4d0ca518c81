package fr.maillage.source;

import java.time.LocalDate;

/**
 * What a file was recognised as.
 *
 * @param format name of the format
 * @param vintage the day the data speaks of; null when neither content nor name tells
 * @param evidence how the vintage is known, in a few words ("first line", "date in the name", …)
 */
public record Recognised(String format, LocalDate vintage, String evidence) {}
