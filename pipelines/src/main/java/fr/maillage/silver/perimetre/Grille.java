package fr.maillage.silver.perimetre;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import fr.maillage.geo.Crs;
import fr.maillage.geo.CrsParDepartement;
import fr.maillage.geo.Formes;
import fr.maillage.geo.Hexagones;
import fr.maillage.silver.territoire.DivisionsDuCadre;
import fr.maillage.silver.territoire.Niveaux;
import fr.maillage.warehouse.Technical;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * A grid of hexagons as a division: each commune is cut into the cells that hold it, in the official system of its
 * département, by area.
 *
 * @param km between opposite sides; 0 for no grid
 */
public record Grille(long km) implements Serializable {

    private static final String CELLULE = "_cellule";
    private static final StructType CELLULES = new StructType()
            .add(CODE_ZONE, DataTypes.StringType)
            .add(PART, DataTypes.DoubleType)
            .add(GEOMETRIE, DataTypes.BinaryType)
            .add(X_MIN, DataTypes.DoubleType)
            .add(Y_MIN, DataTypes.DoubleType)
            .add(X_MAX, DataTypes.DoubleType)
            .add(Y_MAX, DataTypes.DoubleType)
            .add(SURFACE_KM2, DataTypes.DoubleType);

    /** Name of the division. */
    public String division() {
        return Niveaux.HEXAGONE + km;
    }

    /** The columns of {@link Compositions#of}: the cells of each commune, and its share in each. */
    public Dataset<Row> communes(Dataset<Row> retenus) {
        return cellules(retenus)
                .select(
                        lit(division()).as(DIVISION),
                        col(CODE_ZONE),
                        lit(null).cast("string").as(LIBELLE_ZONE),
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        col(PART),
                        when(col(PART).equalTo(1), "exact")
                                .otherwise(DivisionsDuCadre.SURFACE)
                                .as(NATURE_PART),
                        lit("calculee").as(ORIGINE_DIVISION),
                        lit(null).cast("string").as(Technical.FICHIER),
                        lit(null).cast("bigint").as(Technical.LIGNE),
                        array().cast("array<string>").as(Technical.REGLES));
    }

    /** The hexagons as contours, in the vintage of the newest commune that each holds a part of. */
    public Dataset<Row> contours(Dataset<Row> retenus) {
        return cellules(retenus)
                .groupBy(CODE_ZONE, ContoursRetenus.SRID_OFFICIEL, GEOMETRIE, X_MIN, Y_MIN, X_MAX, Y_MAX, SURFACE_KM2)
                .agg(max(MILLESIME).as(MILLESIME))
                .select(
                        lit(division()).as(NIVEAU),
                        col(CODE_ZONE).as(CODE_TERRITOIRE),
                        col(MILLESIME),
                        col(ContoursRetenus.SRID_OFFICIEL).as(SRID),
                        lit(null).cast("string").as(LIBELLE_TERRITOIRE),
                        col(GEOMETRIE),
                        col(X_MIN),
                        col(Y_MIN),
                        col(X_MAX),
                        col(Y_MAX),
                        col(SURFACE_KM2),
                        lit(null).cast("string").as(REPARATION),
                        lit(true).as(EST_VALIDE),
                        lit(null).cast("double").as(ECART_SURFACE_KM2),
                        lit(null).cast("string").as(Technical.FICHIER),
                        lit(null).cast("bigint").as(Technical.LIGNE),
                        array().cast("array<string>").as(Technical.REGLES));
    }

    /** The cell that holds a position, with the name of the division before it; null without a grid. */
    Column at(Column commune, Column longitude, Column latitude) {
        UDF3<String, Double, Double, String> at = (code, x, y) -> cellule(code, x, y);
        return udf(at, DataTypes.StringType).apply(commune, longitude, latitude);
    }

    private String cellule(String commune, Double longitude, Double latitude) {
        if (km == 0 || commune == null || longitude == null || latitude == null) {
            return null;
        }
        int srid = ContoursRetenus.srid(CrsParDepartement.ofCommune(commune));
        double[] there = Crs.transform(Crs.WGS84, srid, longitude, latitude);
        Hexagones grid = new Hexagones(srid, km * 1_000.0);
        return Double.isNaN(there[0])
                ? null
                : EtablissementZone.nom(division(), grid.code(grid.at(there[0], there[1])));
    }

    private Dataset<Row> cellules(Dataset<Row> retenus) {
        UDF3<byte[], Long, Long, Row[]> cells = (contour, srid, officiel) -> cellules(contour, srid, officiel);
        UserDefinedFunction cut = udf(cells, DataTypes.createArrayType(CELLULES));
        return retenus.where(lit(km > 0))
                .withColumn(CELLULE, explode(cut.apply(col(GEOMETRIE), col(SRID), col(ContoursRetenus.SRID_OFFICIEL))))
                .select(col(CODE_COMMUNE), col(MILLESIME), col(ContoursRetenus.SRID_OFFICIEL), col(CELLULE + ".*"));
    }

    private Row[] cellules(byte[] contour, Long srid, Long officiel) {
        Hexagones grid = new Hexagones(officiel.intValue(), km * 1_000.0);
        Geometry commune = Formes.transform(Formes.read(contour), srid.intValue(), officiel.intValue());
        List<Row> cells = new ArrayList<>();
        for (Hexagones.Cellule cell : grid.over(commune.getEnvelopeInternal())) {
            Polygon hexagon = grid.polygon(cell);
            double part = Formes.part(commune, hexagon);
            if (part > 0) {
                Envelope box = hexagon.getEnvelopeInternal();
                cells.add(RowFactory.create(
                        grid.code(cell),
                        part > 1 - 1e-9 ? 1.0 : part,
                        Formes.write(hexagon),
                        box.getMinX(),
                        box.getMinY(),
                        box.getMaxX(),
                        box.getMaxY(),
                        hexagon.getArea() / 1e6));
            }
        }
        return cells.toArray(Row[]::new);
    }
}
