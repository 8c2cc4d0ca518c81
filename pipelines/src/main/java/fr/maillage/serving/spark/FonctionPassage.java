package fr.maillage.serving.spark;

import fr.maillage.silver.passage.Passages;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The function {@code passage} of {@link CatalogueGeo} before its arguments are known. */
final class FonctionPassage implements UnboundFunction {

    static final String NOM = "passage";

    private final Broadcast<Passages> passages;

    FonctionPassage(Broadcast<Passages> passages) {
        this.passages = passages;
    }

    @Override
    public BoundFunction bind(StructType arguments) {
        if (arguments.size() != 3) {
            throw new UnsupportedOperationException(
                    NOM + " takes the code of a commune, and the years, or dates, from which and to which it goes");
        }
        boolean dates = arguments.apply(1).dataType().equals(DataTypes.DateType)
                && arguments.apply(2).dataType().equals(DataTypes.DateType);
        return new PassageDeCommune(passages, dates);
    }

    @Override
    public String name() {
        return NOM;
    }

    @Override
    public String description() {
        return NOM
                + "(code, from, to): the communes of a year or date that hold a part of a commune of another, each with"
                + " part, part_basse, part_haute and nature_part; empty for a code that never was";
    }
}
