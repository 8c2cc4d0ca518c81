package fr.maillage.cli.doctor;

import fr.maillage.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;

/** Looks at the machine and the warehouse without changing either, and without Spark. */
public final class Doctor {

    private final Warehouse warehouse;
    private final boolean deep;

    /** @param deep whether to read every landed file again */
    public Doctor(Warehouse warehouse, boolean deep) {
        this.warehouse = warehouse;
        this.deep = deep;
    }

    public List<Diagnosis> examine() {
        List<Diagnosis> diagnoses = new ArrayList<>(Machine.examine(warehouse.root()));
        diagnoses.addAll(OptionalParts.examine());
        diagnoses.addAll(new WarehouseHealth(warehouse).examine(deep));
        return diagnoses;
    }
}
