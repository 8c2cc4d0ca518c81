package fr.maillage.serving.spark;

import fr.maillage.geo.Distances;
import fr.maillage.trajet.Estimation;
import fr.maillage.trajet.Point;
import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Metres or minutes from one position to another, called by generated code through {@code invoke}. */
public final class TrajetEntrePositions implements ScalarFunction<Double>, Serializable {

    private static final long serialVersionUID = 1L;

    private final String nom;
    private final Broadcast<Estimation> estimation;

    TrajetEntrePositions(String nom, Broadcast<Estimation> estimation) {
        this.nom = nom;
        this.estimation = estimation;
    }

    /** Null where there is no answer. */
    public Double invoke(double longitude1, double latitude1, double longitude2, double latitude2) {
        if (!nom.equals(FonctionTrajet.MINUTES)) {
            double metres = Distances.metres(longitude1, latitude1, longitude2, latitude2);
            return Double.isNaN(metres) ? null : metres;
        }
        return estimation
                .value()
                .entre(new Point(longitude1, latitude1), new Point(longitude2, latitude2))
                .minutes();
    }

    @Override
    public DataType[] inputTypes() {
        return new DataType[] {DataTypes.DoubleType, DataTypes.DoubleType, DataTypes.DoubleType, DataTypes.DoubleType};
    }

    @Override
    public DataType resultType() {
        return DataTypes.DoubleType;
    }

    @Override
    public String name() {
        return nom;
    }

    @Override
    public String canonicalName() {
        return "maillage.geo." + nom + "#" + estimation.id();
    }
}
