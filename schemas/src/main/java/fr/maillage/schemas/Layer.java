package fr.maillage.schemas;

/** The three layers of the warehouse; a table's layer is also its database name. */
public enum Layer {
    /** One row per record of a register file, in the register's own words. */
    BRONZE,
    /** One row per thing in the world. */
    SILVER,
    /** One row per answer to a question. */
    GOLD;

    /** The name as it stands before the dot in {@code gold.offre_par_territoire}. */
    public String database() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
