package fr.maillage.silver.trajet;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Shared;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import scala.collection.Seq;

/** Which communes are urban, and how far the others are from one. */
public final class AccesCommune implements Transformation {

    private static final String ACCES = "_acces";

    @Override
    public TableContract target() {
        return Silver.ACCES_COMMUNE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> points = tables.read(Silver.COMMUNE_POINT);
        ZoneUrbaine zone = ZoneUrbaine.of(
                tables.value(Parametres.ZONE_URBAINE), tables.value(Parametres.ZONE_URBAINE_HABITANTS_MIN));
        Dataset<Row> communes = points.join(
                zone.communes(points, tables.read(Silver.RATTACHEMENT), tables.read(Silver.TERRITOIRE)),
                new String[] {CODE_COMMUNE});
        List<Row> listed =
                tables.list(communes.select(CODE_COMMUNE, TERRE, EST_ZONE_URBAINE), Estimations.MOST_COMMUNES);
        Acces acces = new Acces(Estimations.of(tables), listed, tables.value(Parametres.ELOIGNEMENT_MINUTES));
        Dataset<Row> declares = tables.read(Silver.TRAJET_DECLARE);
        return apply(communes, declares, acces, Connus.Couverture.of(tables, declares));
    }

    static Dataset<Row> apply(Dataset<Row> communes, Dataset<Row> declares, Acces acces, Connus.Couverture couverture) {
        return communes.join(Connus.parOrigine(declares), new String[] {CODE_COMMUNE}, "left")
                .withColumn(
                        ACCES, depuis(acces, couverture).apply(col(CODE_COMMUNE), col(Connus.CONNUS), col(MINUTES_MAX)))
                .select(col(CODE_COMMUNE), col(MILLESIME), col(EST_ZONE_URBAINE), col(ACCES + ".*"));
    }

    private static UserDefinedFunction depuis(Acces acces, Connus.Couverture couverture) {
        Broadcast<Acces> shared = Shared.of(acces);
        Broadcast<Connus.Couverture> covered = Shared.of(couverture);
        UDF3<String, Seq<Row>, Double, Row> depuis = (code, connus, minutesMax) ->
                shared.value().depuis(code, null, null, Connus.of(connus, minutesMax, covered.value()));
        // Called non-deterministic so that Spark asks it once for each row, not once for each use of its answer.
        return udf(depuis, Acces.TYPE).asNondeterministic();
    }
}
