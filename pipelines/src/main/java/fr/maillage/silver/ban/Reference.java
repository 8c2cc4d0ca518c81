package fr.maillage.silver.ban;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.warehouse.Technical;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** Addresses of the Base Adresse Nationale, cleaned: those of the newest file of each commune that have a position. */
final class Reference {

    static final String COMMUNE_BAN = "_commune";
    static final String POSTAL_BAN = "_postal";
    static final String CLE_LUE = "_cle";
    static final String NUMERO_BAN = "_numero_ban";
    static final String INDICE_BAN = "_indice_ban";
    static final String VOIE_BAN = "_voie_ban";
    static final String LIEU_DIT_BAN = "_lieu_dit_ban";
    static final String LON_BAN = "_lon_ban";
    static final String LAT_BAN = "_lat_ban";
    static final String INDICE_ECRIT = "_indice_ecrit";

    private static final String PUBLIEE = "_code_insee";

    private Reference() {}

    /** One row per address; its commune is that of the cadre's geography. */
    static Dataset<Row> adresses(Dataset<Row> lignes, UDF1<String, String> actuelle, Demande demande) {
        UDF1<String, String> indice = demande::indice;
        Dataset<Row> adresses = lignes.select(
                        upper(trim(col(CODE_INSEE))).as(PUBLIEE),
                        col(Technical.MILLESIME).as("_jour"),
                        texte(CODE_POSTAL).as(POSTAL_BAN),
                        texte(ID).as(CLE_LUE),
                        texte(NUMERO).try_cast("int").as(NUMERO_BAN),
                        texte(REP).as(INDICE_BAN),
                        texte(NOM_VOIE).as(VOIE_BAN),
                        texte(NOM_LD).as(LIEU_DIT_BAN),
                        texte(LON).try_cast("double").as(LON_BAN),
                        texte(LAT).try_cast("double").as(LAT_BAN))
                .where(col(CLE_LUE)
                        .isNotNull()
                        .and(col(LON_BAN).between(-180, 180))
                        .and(col(LAT_BAN).between(-90, 90)));
        Dataset<Row> newest =
                adresses.groupBy(col(PUBLIEE).as("_de")).agg(max("_jour").as("_dernier"));
        return adresses.join(
                        broadcast(newest),
                        col(PUBLIEE).equalTo(col("_de")).and(col("_jour").equalTo(col("_dernier"))),
                        "left_semi")
                .withColumn(COMMUNE_BAN, udf(actuelle, DataTypes.StringType).apply(col(PUBLIEE)))
                .withColumn(INDICE_ECRIT, udf(indice, DataTypes.StringType).apply(col(INDICE_BAN)));
    }

    private static Column texte(String column) {
        return nullif(trim(col(column)), lit(""));
    }
}
