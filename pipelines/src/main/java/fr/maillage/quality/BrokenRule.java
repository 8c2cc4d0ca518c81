package fr.maillage.quality;

import fr.maillage.schemas.TableContract;
import fr.maillage.serving.RuleText;
import java.util.List;

/**
 * One rule that rows of one file break in one table.
 *
 * @param file name the file had when it came; empty when the rows come from no single file
 * @param rows how many rows break it
 * @param share of the rows that the table has from this file, 0 to 1
 * @param examples at most three: line, key or text
 */
public record BrokenRule(
        TableContract table, String file, RuleText rule, long rows, double share, List<String> examples) {}
