package fr.maillage.silver.plus;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import fr.maillage.geo.Crs;
import org.apache.spark.sql.Column;

/** What the first pair of coordinates of an address can be, told by its range alone. */
public final class Position {

    private Position() {}

    /** WGS84 for two numbers in the range of degrees; null for metres, which releases are reported to have put there. */
    public static Column srid(Column x, Column y) {
        return when(x.between(-180, 180).and(y.between(-90, 90)), lit((long) Crs.WGS84));
    }
}
