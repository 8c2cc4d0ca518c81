package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.geo.PointIndex;
import fr.maillage.geo.PointIndex.Territory;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Point indexes of the contours, one per level, vintage and reference system.
 *
 * <p>The contours of an index are brought together in one row and indexed there: 35,000 communes are some 50 MB.
 */
public final class IndexContour implements Transformation {

    private static final String INDEX = "index";
    private static final StructType RESULT = new StructType()
            .add(NB_TERRITOIRES, DataTypes.LongType)
            .add(CODES_TERRITOIRES, DataTypes.createArrayType(DataTypes.StringType))
            .add(OCTETS, DataTypes.BinaryType);
    private static final UserDefinedFunction BUILD = udf((UDF1<Seq<Row>, Row>) IndexContour::index, RESULT);

    @Override
    public TableContract target() {
        return Silver.INDEX_CONTOUR;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Silver.CONTOUR));
    }

    static Dataset<Row> apply(Dataset<Row> contours) {
        return contours.groupBy(NIVEAU, MILLESIME, SRID)
                .agg(BUILD.apply(collect_list(struct(col(CODE_TERRITOIRE), col(GEOMETRIE))))
                        .as(INDEX))
                .select(
                        col(NIVEAU),
                        col(MILLESIME),
                        col(SRID),
                        col(INDEX).getField(NB_TERRITOIRES).as(NB_TERRITOIRES),
                        col(INDEX).getField(CODES_TERRITOIRES).as(CODES_TERRITOIRES),
                        col(INDEX).getField(OCTETS).as(OCTETS));
    }

    static Row index(Seq<Row> contours) throws ParseException {
        WKBReader reader = new WKBReader();
        List<Territory> territories = new ArrayList<>();
        for (Row contour : CollectionConverters.asJava(contours)) {
            territories.add(new Territory(contour.getString(0), reader.read((byte[]) contour.get(1))));
        }
        PointIndex index = PointIndex.build(territories);
        return RowFactory.create((long) index.size(), index.codes().toArray(new String[0]), index.toBytes());
    }
}
