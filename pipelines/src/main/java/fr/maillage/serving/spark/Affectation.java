package fr.maillage.serving.spark;

import static fr.maillage.schemas.Columns.CODE_TERRITOIRE;
import static fr.maillage.schemas.Columns.NIVEAU;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import fr.maillage.MaillageException;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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
        Dataset<Row> placed = points.withColumn(POSITION_X, number(x)).withColumn(POSITION_Y, number(y));
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
        Column[] codes = niveaux.stream().map(niveau -> col(colonne(niveau))).toArray(Column[]::new);
        Column[] pairs = niveaux.stream()
                .map(niveau ->
                        struct(lit(niveau).as(NIVEAU), col(colonne(niveau)).as(CODE_TERRITOIRE)))
                .toArray(Column[]::new);
        return affecte(points)
                .groupBy(codes)
                .agg(count(lit(1)).as(NB_POINTS))
                .select(explode(array(pairs)).as("_territoire"), col(NB_POINTS))
                .groupBy(
                        col("_territoire." + NIVEAU).as(NIVEAU),
                        col("_territoire." + CODE_TERRITOIRE).as(CODE_TERRITOIRE))
                .agg(sum(NB_POINTS).as(NB_POINTS))
                .orderBy(NIVEAU, CODE_TERRITOIRE);
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
    private static Column number(String column) {
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
