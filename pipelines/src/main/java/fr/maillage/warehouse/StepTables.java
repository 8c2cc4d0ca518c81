package fr.maillage.warehouse;

import fr.maillage.schemas.Parametre;
import fr.maillage.schemas.TableContract;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a step may see: the tables and parameters its plan says it reads, and no other. */
record StepTables(ProgramPlan.Step step, Tables tables) implements Tables {

    @Override
    public Dataset<Row> read(TableContract table) {
        check(step.reads().contains(table.id()), table.id());
        return tables.read(table);
    }

    @Override
    public <T> T value(Parametre<T> parametre) {
        check(step.parametres().contains(parametre.name()), "the parameter " + parametre.name());
        return tables.value(parametre);
    }

    @Override
    public List<Row> list(Dataset<Row> few, int atMost) {
        return tables.list(few, atMost);
    }

    private void check(boolean planned, String what) {
        if (!planned) {
            throw new IllegalStateException(step.table() + " reads " + what
                    + ", which it did not when it was planned: reads must be unconditional");
        }
    }
}
