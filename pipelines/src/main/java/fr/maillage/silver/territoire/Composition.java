package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.territoire.Lignes.annee;
import static fr.maillage.silver.territoire.Lignes.siren;
import static fr.maillage.silver.territoire.Lignes.text;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lpad;

import fr.maillage.warehouse.Technical;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which commune belongs to which EPCI, from both publishers: code_commune, code_epci, millesime and where it stands. */
public final class Composition {

    /** What INSEE writes for a commune that belongs to no EPCI. */
    private static final String SANS_OBJET = "ZZZZZZZZZ";

    private static final String FOIS = "_fois";

    private Composition() {}

    public static Dataset<Row> of(Dataset<Row> dgcl, Dataset<Row> insee) {
        return dgcl(dgcl).unionByName(insee(insee));
    }

    /** The same, and for the years that neither tells what the zonings of INSEE say. */
    public static Dataset<Row> of(Dataset<Row> dgcl, Dataset<Row> insee, Dataset<Row> zonages) {
        Dataset<Row> told = of(dgcl, insee);
        return told.unionByName(zonages(zonages)
                .join(broadcast(told.select(MILLESIME).distinct()), new String[] {MILLESIME}, "left_anti"));
    }

    private static Dataset<Row> zonages(Dataset<Row> lignes) {
        return lignes.where(text(CODGEO).isNotNull().and(text(EPCI).notEqual(SANS_OBJET)))
                .select(
                        lpad(text(CODGEO), 5, "0").as(CODE_COMMUNE),
                        annee().as(MILLESIME),
                        siren(EPCI).as(CODE_EPCI),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.RANG))
                .withColumn(FOIS, Lignes.rang(CODE_COMMUNE, MILLESIME))
                .where(col(FOIS).equalTo(1))
                .drop(FOIS);
    }

    private static Dataset<Row> dgcl(Dataset<Row> lignes) {
        return lignes.select(
                lpad(text(INSEE), 5, "0").as(CODE_COMMUNE),
                annee().as(MILLESIME),
                siren(SIREN).as(CODE_EPCI),
                col(Technical.FICHIER),
                col(Technical.LIGNE),
                col(Technical.RANG));
    }

    private static Dataset<Row> insee(Dataset<Row> lignes) {
        return lignes.where(col(EPCI).notEqual(SANS_OBJET))
                .select(
                        lpad(text(CODGEO), 5, "0").as(CODE_COMMUNE),
                        annee().as(MILLESIME),
                        siren(EPCI).as(CODE_EPCI),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.RANG));
    }
}
