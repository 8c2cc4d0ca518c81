package fr.maillage.serving.spark;

import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.types.StructType;

/** A function of {@link CatalogueGeo} before its arguments are known. */
final class FonctionTerritoire implements UnboundFunction {

    private final String name;
    private final Broadcast<Reponses> index;

    FonctionTerritoire(String name, Broadcast<Reponses> index) {
        this.name = name;
        this.index = index;
    }

    @Override
    public BoundFunction bind(StructType arguments) {
        if (arguments.size() < 2 || arguments.size() > 3) {
            throw new UnsupportedOperationException(
                    name + " takes longitude and latitude, or x, y and their EPSG code");
        }
        return new TerritoireDuPoint(name, arguments.size(), index);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return name + "(longitude, latitude) or " + name
                + "(x, y, srid): code of the territory that holds the position," + " null where none does";
    }
}
