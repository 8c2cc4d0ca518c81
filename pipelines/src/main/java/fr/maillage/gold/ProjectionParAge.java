package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.age.Bandes;
import fr.maillage.silver.age.Tranche;
import fr.maillage.silver.age.Tranches;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Projected people in the age bands of the other tables, where the published ages make these up exactly. */
public final class ProjectionParAge implements Transformation {

    private static final String BANDE = "_bande";
    private static final String BANDES = "_bandes";

    @Override
    public TableContract target() {
        return Gold.PROJECTION_PAR_AGE;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Silver.PROJECTION_POPULATION);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Silver.PROJECTION_POPULATION), Tranches.of(tables));
    }

    static Dataset<Row> apply(Dataset<Row> projections, Tranches tranches) {
        return projections
                .groupBy(NIVEAU, CODE_TERRITOIRE, MILLESIME, ANNEE, SCENARIO)
                .agg(collect_list(struct(SEXE, AGE_MIN, AGE_MAX, EFFECTIF_PUBLIE))
                        .as(BANDES))
                .withColumn(BANDE, explode(bandes(tranches)))
                .select(col(NIVEAU), col(CODE_TERRITOIRE), col(MILLESIME), col(ANNEE), col(SCENARIO), col(BANDE + ".*"))
                .where(col(EFFECTIF_PROJETE).isNotNull());
    }

    private static Column bandes(Tranches tranches) {
        return array(tranches.voulues().stream().map(ProjectionParAge::bande).toArray(Column[]::new));
    }

    private static Column bande(Tranche tranche) {
        return struct(
                lit(tranche.toString()).as(TRANCHE_AGE),
                lit((long) tranche.debut()).as(AGE_MIN),
                lit(tranche.fin() == null ? null : tranche.fin().longValue())
                        .cast("bigint")
                        .as(AGE_MAX),
                Bandes.effectif(col(BANDES), tranche).as(EFFECTIF_PROJETE));
    }
}
