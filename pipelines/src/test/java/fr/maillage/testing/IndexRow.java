package fr.maillage.testing;

import fr.maillage.geo.PointIndex;
import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.SparkSchemas;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;

/** A row of silver/index_contour as it stands in the files. */
public final class IndexRow {

    private IndexRow() {}

    public static Row of(String niveau, long millesime, PointIndex index) {
        Map<String, Object> values = Map.of(
                "niveau",
                niveau,
                "millesime",
                millesime,
                "srid",
                4326L,
                "nb_territoires",
                (long) index.size(),
                "codes_territoires",
                index.codes().toArray(new String[0]),
                "octets",
                index.toBytes(),
                "_fichier",
                "fichier",
                "_ligne",
                1L,
                "_rejete",
                false,
                "_regles",
                new String[0]);
        StructType schema = SparkSchemas.stored(Silver.INDEX_CONTOUR);
        return new GenericRowWithSchema(
                Arrays.stream(schema.fieldNames()).map(values::get).toArray(), schema);
    }
}
