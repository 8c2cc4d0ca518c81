package fr.maillage.serving.spark;

import static fr.maillage.schemas.Columns.CODE_TERRITOIRE;
import static fr.maillage.schemas.Columns.NIVEAU;
import static org.apache.spark.sql.functions.sum;

import fr.maillage.geo.Localisateur;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * How many positions each territory holds, counted by its place in the index: grouping millions of points by the text of
 * a code costs three times what finding it does.
 */
final class Comptage implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1L;
    private static final StructType COUNTED = new StructType()
            .add(NIVEAU, DataTypes.StringType)
            .add(CODE_TERRITOIRE, DataTypes.StringType)
            .add(Affectation.NB_POINTS, DataTypes.LongType);

    private final String[] niveaux;
    private final TerritoireDuPoint[] territoires;
    private final int srid;

    private Comptage(Map<String, TerritoireDuPoint> functions, int srid) {
        this.niveaux = functions.keySet().toArray(String[]::new);
        this.territoires = functions.values().toArray(TerritoireDuPoint[]::new);
        this.srid = srid;
    }

    /**
     * niveau, code_territoire and nb_points, in no order; a null code stands for positions that no territory holds.
     *
     * @param positions x and y, in {@code srid}
     * @param functions what answers, by level
     */
    static Dataset<Row> of(Dataset<Row> positions, Map<String, TerritoireDuPoint> functions, int srid) {
        return positions
                .mapPartitions(new Comptage(functions, srid), Encoders.row(COUNTED))
                .groupBy(NIVEAU, CODE_TERRITOIRE)
                .agg(sum(Affectation.NB_POINTS).as(Affectation.NB_POINTS));
    }

    @Override
    public Iterator<Row> call(Iterator<Row> positions) {
        long[][] counts = new long[niveaux.length][];
        for (int level = 0; level < counts.length; level++) {
            // The last place is that of positions no territory holds.
            counts[level] = new long[territoires[level].places() + 1];
        }
        while (positions.hasNext()) {
            count(positions.next(), counts);
        }
        return rows(counts);
    }

    private void count(Row position, long[][] counts) {
        boolean placed = !position.isNullAt(0) && !position.isNullAt(1);
        for (int level = 0; level < counts.length; level++) {
            int ordinal = placed
                    ? territoires[level].ordinal(position.getDouble(0), position.getDouble(1), srid)
                    : Localisateur.NONE;
            counts[level][ordinal == Localisateur.NONE ? counts[level].length - 1 : ordinal]++;
        }
    }

    private Iterator<Row> rows(long[][] counts) {
        List<Row> rows = new ArrayList<>();
        for (int level = 0; level < counts.length; level++) {
            int none = counts[level].length - 1;
            for (int place = 0; place <= none; place++) {
                if (counts[level][place] > 0) {
                    String code = place == none ? null : territoires[level].code(place);
                    rows.add(RowFactory.create(niveaux[level], code, counts[level][place]));
                }
            }
        }
        return rows.iterator();
    }
}
