package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The names of territories: niveau, code_territoire, libelle_territoire. */
public final class Noms {

    private static final String CADRE = "_cadre";

    private Noms() {}

    /** The names of every vintage. */
    public static Dataset<Row> of(
            Dataset<Row> communes, Dataset<Row> epci, Dataset<Row> departements, Dataset<Row> regions) {
        return named("commune", communes, CODE_COMMUNE)
                .union(named("epci", epci, CODE_EPCI))
                .union(named("departement", departements, CODE_DEPARTEMENT))
                .union(named("region", regions, CODE_REGION));
    }

    /** The names of zones of divisions, of every vintage. */
    public static Dataset<Row> ofZones(Dataset<Row> divisions) {
        return divisions
                .select(
                        col(DIVISION).as(NIVEAU),
                        col(CODE_ZONE).as(CODE_TERRITOIRE),
                        col(MILLESIME),
                        col(LIBELLE_ZONE).as(LIBELLE_TERRITOIRE))
                .distinct();
    }

    /** One name per territory: of the newest vintage not after the cadre's geography, else of the newest. */
    public static Dataset<Row> inCadre(Dataset<Row> noms, Dataset<Row> rattachement) {
        Dataset<Row> cadre = rattachement.agg(max(MILLESIME).as(CADRE));
        return noms.crossJoin(broadcast(cadre))
                .groupBy(NIVEAU, CODE_TERRITOIRE)
                .agg(max_by(col(LIBELLE_TERRITOIRE), struct(col(MILLESIME).leq(col(CADRE)), col(MILLESIME)))
                        .as(LIBELLE_TERRITOIRE));
    }

    private static Dataset<Row> named(String niveau, Dataset<Row> rows, String code) {
        return rows.select(
                lit(niveau).as(NIVEAU),
                col(code).as(CODE_TERRITOIRE),
                col(MILLESIME),
                col(LIBELLE).as(LIBELLE_TERRITOIRE));
    }
}
