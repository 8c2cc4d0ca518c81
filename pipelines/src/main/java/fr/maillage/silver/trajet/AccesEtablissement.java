package fr.maillage.silver.trajet;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Millesimes;
import fr.maillage.warehouse.Shared;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import scala.collection.Seq;

/** How far establishments are from an urban commune, from their own position where one is known. */
public final class AccesEtablissement implements Transformation {

    private static final String ACCES = "_acces";
    private static final String CADRE = "_cadre";
    private static final String LUE = "_lue";

    @Override
    public TableContract target() {
        return Silver.ACCES_ETABLISSEMENT;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> communes = tables.read(Silver.ACCES_COMMUNE)
                .select(CODE_COMMUNE, EST_ZONE_URBAINE)
                .join(tables.read(Silver.COMMUNE_POINT).select(CODE_COMMUNE, TERRE), new String[] {CODE_COMMUNE});
        List<Row> listed = tables.list(communes, Estimations.MOST_COMMUNES);
        Acces acces = new Acces(Estimations.of(tables), listed, tables.value(Parametres.ELOIGNEMENT_MINUTES));
        Dataset<Row> declares = tables.read(Silver.TRAJET_DECLARE);
        return apply(
                duCadre(tables.read(Silver.ETABLISSEMENT), tables.read(Silver.COMMUNE_SUCCESSEUR)),
                declares,
                acces,
                Connus.Couverture.of(tables, declares));
    }

    static Dataset<Row> apply(
            Dataset<Row> etablissements, Dataset<Row> declares, Acces acces, Connus.Couverture couverture) {
        Dataset<Row> connus = Connus.parOrigine(declares).withColumnRenamed(CODE_COMMUNE, CADRE);
        return etablissements
                .join(connus, new String[] {CADRE}, "left")
                .withColumn(
                        ACCES,
                        depuis(acces, couverture)
                                .apply(col(CADRE), col(LONGITUDE), col(LATITUDE), col(Connus.CONNUS), col(MINUTES_MAX)))
                .select(col(NUMERO_FINESS_ET), col(ACCES + ".*"));
    }

    /** The commune of the cadre, where there is only one; of one that was split the position decides. */
    private static Dataset<Row> duCadre(Dataset<Row> etablissements, Dataset<Row> successeurs) {
        Column whole = col(PART).geq(1 - 1e-9);
        Dataset<Row> lectures = successeurs
                .where(whole)
                .select(
                        col(CODE_COMMUNE).as(LUE),
                        col(LU_DU),
                        col(LU_AU),
                        col(CODE_COMMUNE_CIBLE).as(CADRE));
        return etablissements
                .select(NUMERO_FINESS_ET, CODE_COMMUNE, MILLESIME_COMMUNE, LONGITUDE, LATITUDE)
                .join(
                        lectures,
                        col(LUE).equalTo(col(CODE_COMMUNE))
                                .and(Millesimes.within(col(MILLESIME_COMMUNE), LU_DU, LU_AU)),
                        "left")
                .withColumn(CADRE, coalesce(col(CADRE), when(col(LONGITUDE).isNull(), col(CODE_COMMUNE))));
    }

    private static UserDefinedFunction depuis(Acces acces, Connus.Couverture couverture) {
        Broadcast<Acces> shared = Shared.of(acces);
        Broadcast<Connus.Couverture> covered = Shared.of(couverture);
        UDF5<String, Double, Double, Seq<Row>, Double, Row> depuis = (code, longitude, latitude, connus, minutesMax) ->
                shared.value().depuis(code, longitude, latitude, Connus.of(connus, minutesMax, covered.value()));
        // Called non-deterministic so that Spark asks it once for each row, not once for each use of its answer.
        return udf(depuis, Acces.TYPE).asNondeterministic();
    }
}
