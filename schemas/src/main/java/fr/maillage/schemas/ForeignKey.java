package fr.maillage.schemas;

import java.io.Serializable;
import java.util.List;

/**
 * Columns whose values stand in another table; the reason why an inner join along them loses no row.
 *
 * @param table the other table, as {@code silver/commune}
 */
public record ForeignKey(List<String> fields, String table, List<String> references) implements Serializable {}
