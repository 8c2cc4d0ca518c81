package fr.maillage.warehouse;

import java.util.List;

/**
 * What a build did.
 *
 * @param publication number of the publication that is newest now
 * @param published whether this build made it
 * @param tables one per table of the plan, in order
 */
public record BuildReport(long publication, boolean published, List<TableBuilt> tables) {

    /** Whether a table failed or was held back. */
    public boolean failed() {
        return tables.stream().anyMatch(TableBuilt::failed);
    }

    /** Whether every table was up to date. */
    public boolean nothingToDo() {
        return tables.stream().allMatch(table -> table.outcome() == TableBuilt.Outcome.FRESH);
    }
}
