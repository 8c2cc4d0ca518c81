package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.geo.ContourPublie;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** {@link ContourPublie} as a Spark function of well-known binary and srid. */
final class VerificationContour {

    private static final StructType RESULT = new StructType()
            .add(GEOMETRIE, DataTypes.BinaryType)
            .add(X_MIN, DataTypes.DoubleType)
            .add(Y_MIN, DataTypes.DoubleType)
            .add(X_MAX, DataTypes.DoubleType)
            .add(Y_MAX, DataTypes.DoubleType)
            .add(SURFACE_KM2, DataTypes.DoubleType)
            .add(REPARATION, DataTypes.StringType)
            .add(EST_VALIDE, DataTypes.BooleanType)
            .add(ECART_SURFACE_KM2, DataTypes.DoubleType)
            .add("regle", DataTypes.StringType);

    static final UserDefinedFunction FUNCTION =
            functions.udf((UDF2<byte[], Long, Row>) VerificationContour::check, RESULT);

    private VerificationContour() {}

    static Row check(byte[] published, Long srid) {
        ContourPublie contour = ContourPublie.of(published, srid == null ? null : srid.intValue());
        if (contour.wkb() == null) {
            return RowFactory.create(null, null, null, null, null, null, null, false, null, contour.regle());
        }
        return RowFactory.create(
                contour.wkb(),
                contour.boite().getMinX(),
                contour.boite().getMinY(),
                contour.boite().getMaxX(),
                contour.boite().getMaxY(),
                known(contour.surfaceKm2()),
                contour.reparation(),
                true,
                known(contour.ecartKm2()),
                contour.regle());
    }

    private static Double known(double km2) {
        return Double.isNaN(km2) ? null : Double.valueOf(km2);
    }
}
