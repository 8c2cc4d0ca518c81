package fr.maillage.silver.trajet;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import fr.maillage.MaillageException;
import fr.maillage.schemas.CodeList;
import fr.maillage.trajet.Densites;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which communes are urban: those of some classes of density and enough inhabitants, or those of the zones of a division
 * with enough inhabitants.
 */
final class ZoneUrbaine {

    private static final double MOST = 0.5;
    private static final String CHARGEE = "_chargee";

    private final List<String> noms;
    private final boolean byClass;
    private final long habitantsMin;

    private ZoneUrbaine(List<String> noms, boolean byClass, long habitantsMin) {
        this.noms = noms;
        this.byClass = byClass;
        this.habitantsMin = habitantsMin;
    }

    /** @param noms classes of density separated by commas, or the name of one division */
    static ZoneUrbaine of(String noms, long habitantsMin) {
        List<String> read = Arrays.stream(noms.split(",")).map(String::strip).toList();
        Set<String> classes = CodeList.read("classe_densite").codes();
        boolean byClass = classes.containsAll(read) && !read.contains(Densites.INCONNUE);
        boolean division = read.size() == 1 && read.get(0).matches("[a-z][a-z0-9_]*") && !classes.contains(read.get(0));
        if (!byClass && !division) {
            throw new MaillageException("Cannot use the parameters: zone_urbaine takes classes of density (" + classes
                    + ") or the name of one division, not '" + noms + "'. Correct --set or parametres.yaml.");
        }
        return new ZoneUrbaine(read, byClass, habitantsMin);
    }

    /** code_commune and est_zone_urbaine, null when it is not known, of every commune. */
    Dataset<Row> communes(Dataset<Row> points, Dataset<Row> rattachement, Dataset<Row> territoires) {
        return byClass ? byClass(points) : byDivision(points, rattachement, territoires);
    }

    private Dataset<Row> byClass(Dataset<Row> points) {
        Column dense = when(
                col(CLASSE_DENSITE).notEqual(Densites.INCONNUE),
                col(CLASSE_DENSITE).isin(noms.toArray()));
        return points.select(
                col(CODE_COMMUNE), dense.and(col(POPULATION).geq(habitantsMin)).as(EST_ZONE_URBAINE));
    }

    private Dataset<Row> byDivision(Dataset<Row> points, Dataset<Row> rattachement, Dataset<Row> territoires) {
        Column ofDivision = col(NIVEAU).equalTo(noms.get(0));
        Dataset<Row> zones = rattachement
                .where(ofDivision.and(col(PART).gt(MOST)))
                .join(territoires.where(ofDivision).select(CODE_TERRITOIRE, POPULATION), new String[] {CODE_TERRITOIRE})
                .groupBy(CODE_COMMUNE)
                .agg(
                        max(col(POPULATION).geq(habitantsMin)).as(EST_ZONE_URBAINE),
                        lit(true).as(CHARGEE));
        Dataset<Row> loaded =
                rattachement.where(ofDivision).agg(count(lit(1)).gt(0).as("_division"));
        // A commune in no zone of a division that is loaded is outside of them.
        Column outside = when(col("_division").and(col(CHARGEE).isNull()), false);
        return points.select(CODE_COMMUNE)
                .join(zones, new String[] {CODE_COMMUNE}, "left")
                .crossJoin(broadcast(loaded))
                .select(
                        col(CODE_COMMUNE),
                        coalesce(col(EST_ZONE_URBAINE), outside).as(EST_ZONE_URBAINE));
    }
}
