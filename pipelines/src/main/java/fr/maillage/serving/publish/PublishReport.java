package fr.maillage.serving.publish;

import java.util.List;

/**
 * What a publish did.
 *
 * @param where the database, without any secret
 * @param rows rows of all tables together
 * @param warnings what the person should know; empty in the usual case
 */
public record PublishReport(long publication, String where, int tables, long rows, List<String> warnings) {}
