package fr.maillage.atlas.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.Tables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where cooperations are: the départements of their members, or of the establishments they run themselves. */
final class LieuxDesCooperations {

    private static final String NUMERO = "_number";

    private LieuxDesCooperations() {}

    /** Code of the cooperation and codes of the départements, in order. */
    static Dataset<Row> departements(Tables tables) {
        Dataset<Row> communes = tables.read(Silver.RATTACHEMENT)
                .where(col(NIVEAU).equalTo("departement"))
                .select(CODE_COMMUNE, CODE_TERRITOIRE);
        return numeros(tables)
                .join(places(tables), NUMERO)
                .join(communes, CODE_COMMUNE)
                .groupBy(CODE_COOPERATION)
                .agg(sort_array(collect_set(col(CODE_TERRITOIRE))).as(CooperationsReader.DEPARTEMENTS));
    }

    /** FINESS numbers by which a cooperation has a place: the establishment where one is told, else all of the entity. */
    private static Dataset<Row> numeros(Tables tables) {
        Column member = coalesce(col(NUMERO_FINESS_ET), col(NUMERO_FINESS_EJ)).as(NUMERO);
        return tables.read(Silver.COOPERATION_MEMBRE)
                .select(col(CODE_COOPERATION), member)
                .union(tables.read(Silver.COOPERATION)
                        .select(col(CODE_COOPERATION), col(NUMERO_FINESS).as(NUMERO)))
                .where(col(NUMERO).isNotNull())
                .distinct();
    }

    private static Dataset<Row> places(Tables tables) {
        return tables.read(Silver.ETABLISSEMENT)
                .where(col(CODE_COMMUNE).isNotNull())
                .select(
                        explode(array(col(NUMERO_FINESS_ET), col(NUMERO_FINESS_EJ)))
                                .as(NUMERO),
                        col(CODE_COMMUNE))
                .distinct();
    }
}
