package fr.maillage.silver.perimetre;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How much of each commune a shape covers: shapes are few and go to the contours, which are many. */
final class Recouvrement {

    private static final String CONTOUR = "_contour";
    private static final String BOITE_DE_LA_FORME = "_boite_de_la_forme";

    private Recouvrement() {}

    /**
     * Rows of shapes with code_commune, millesime and part for each commune whose box they touch.
     *
     * @param formes with geometrie in longitude and latitude
     * @param retenus contours of {@link ContoursRetenus}
     */
    static Dataset<Row> of(Dataset<Row> formes, Dataset<Row> retenus) {
        Dataset<Row> boxed = formes.withColumn(BOITE_DE_LA_FORME, FormesDeclarees.BOITE.apply(col(GEOMETRIE)));
        return retenus.withColumnRenamed(GEOMETRIE, CONTOUR)
                .join(broadcast(boxed), ContoursRetenus.seTouchent(col(ContoursRetenus.BOITE), col(BOITE_DE_LA_FORME)))
                .withColumn(PART, FormesDeclarees.PART.apply(col(CONTOUR), col(SRID), col(GEOMETRIE)))
                .drop(
                        CONTOUR,
                        GEOMETRIE,
                        SRID,
                        ContoursRetenus.SRID_OFFICIEL,
                        ContoursRetenus.BOITE,
                        BOITE_DE_LA_FORME);
    }
}
