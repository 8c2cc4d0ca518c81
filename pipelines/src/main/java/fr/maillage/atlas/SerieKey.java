package fr.maillage.atlas;

/**
 * What a series is about.
 *
 * @param date ISO date, or year; as shown
 */
record SerieKey(String indicateur, String modalite, Niveau niveau, String date) {}
