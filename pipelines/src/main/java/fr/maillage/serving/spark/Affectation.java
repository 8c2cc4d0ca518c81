package fr.maillage.serving.spark;

import static fr.maillage.schemas.Columns.CODE_TERRITOIRE;
import static fr.maillage.schemas.Columns.NIVEAU;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import fr.maillage.MaillageException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchFunctionException;
import org.apache.spark.sql.connector.catalog.FunctionCatalog;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/**
 * Points, each with the territories that hold it: one more column per level, its code; null where none holds the point,
 * and where it has no position.
 *
 * @param niveaux levels with contours, and divisions of communes
 * @param x column of the longitude, or of x in {@code srid}
 * @param y column of the latitude, or of y
 * @param srid EPSG code of the positions
 * @param contours year of the contours; 0 stands for the newest
 */
public record Affectation(List<String> niveaux, String x, String y, int srid, int contours) {

    /** Number of points of a territory, in {@link #compte}. */
    public static final String NB_POINTS = "nb_points";

    private static final StructType POSITION = new StructType()
            .add("x", DataTypes.DoubleType)
            .add("y", DataTypes.DoubleType)
            .add("srid", DataTypes.IntegerType);

    private static final String POSITION_X = "_x";
    private static final String POSITION_Y = "_y";
    private static final String PREFIX = "code_";

    /** The column of a level. */
    public static String colonne(String niveau) {
        return PREFIX + niveau;
    }

    /**
     * The points in their own order and with all their columns.
     *
     * @throws MaillageException when a column is missing, or one would be written over
     */
    public Dataset<Row> affecte(Dataset<Row> points) {
        check(points);
        Dataset<Row> placed =
                points.withColumn(POSITION_X, number(points, x)).withColumn(POSITION_Y, number(points, y));
        Column[] columns = new Column[points.columns().length + niveaux.size()];
        for (int i = 0; i < points.columns().length; i++) {
            columns[i] = col(quoted(points.columns()[i]));
        }
        for (int i = 0; i < niveaux.size(); i++) {
            columns[points.columns().length + i] = territoire(niveaux.get(i)).as(colonne(niveaux.get(i)));
        }
        return placed.select(columns);
    }

    /** niveau, code_territoire and nb_points, in that order; a null code stands for the points that no territory holds. */
    public Dataset<Row> compte(Dataset<Row> points) {
        check(points);
        return Comptage.of(points.select(number(points, x), number(points, y)), geo(points.sparkSession()), srid)
                .orderBy(NIVEAU, CODE_TERRITOIRE);
    }

    /** The functions that answer for the levels. */
    private Map<String, TerritoireDuPoint> geo(SparkSession spark) {
        FunctionCatalog catalog = (FunctionCatalog) ((org.apache.spark.sql.classic.SparkSession) spark)
                .sessionState()
                .catalogManager()
                .catalog("geo");
        String[] vintage = contours == 0 ? new String[0] : new String[] {Integer.toString(contours)};
        Map<String, TerritoireDuPoint> functions = new LinkedHashMap<>();
        for (String niveau : niveaux) {
            try {
                UnboundFunction function = catalog.loadFunction(Identifier.of(vintage, niveau));
                functions.put(niveau, (TerritoireDuPoint) function.bind(POSITION));
            } catch (NoSuchFunctionException e) {
                throw new IllegalStateException("No function answers for the level " + niveau, e);
            }
        }
        return functions;
    }

    private void check(Dataset<Row> points) {
        List<String> columns = Arrays.asList(points.columns());
        for (String position : List.of(x, y)) {
            if (!columns.contains(position)) {
                throw new MaillageException("Cannot assign the points: they have no column " + position + ", only "
                        + String.join(", ", columns) + ". Name the columns of the position with --x and --y.");
            }
        }
        for (String niveau : niveaux) {
            if (columns.contains(colonne(niveau))) {
                throw new MaillageException("Cannot assign the points: they already have a column " + colonne(niveau)
                        + ". Rename it first.");
            }
        }
    }

    /** A number, also one that a spreadsheet wrote with a comma; null when it is none. */
    private static Column number(Dataset<Row> points, String column) {
        if (points.schema().apply(column).dataType() instanceof NumericType) {
            return col(quoted(column)).cast(DataTypes.DoubleType);
        }
        return expr("try_cast(replace(cast(" + quoted(column) + " as string), ',', '.') as double)");
    }

    private Column territoire(String niveau) {
        String vintage = contours == 0 ? "" : "`" + contours + "`.";
        return expr("geo." + vintage + niveau + "(" + POSITION_X + ", " + POSITION_Y + ", " + srid + ")");
    }

    private static String quoted(String column) {
        return "`" + column.replace("`", "``") + "`";
    }
}
