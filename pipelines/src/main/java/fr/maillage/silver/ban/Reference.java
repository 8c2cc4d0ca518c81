package fr.maillage.silver.ban;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.warehouse.Technical;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** Addresses of the Base Adresse Nationale, cleaned: those that have a key, a commune and a position. */
final class Reference {

    static final String CODE_BAN = "_code_insee";
    static final String JOUR_BAN = "_jour";
    static final String POSTAL_BAN = "_postal";
    static final String CLE_LUE = "_cle";
    static final String NUMERO_BAN = "_numero_ban";
    static final String INDICE_BAN = "_indice_ban";
    static final String INDICE_ECRIT = "_indice_ecrit";
    static final String VOIE_BAN = "_voie_ban";
    static final String LIEU_DIT_BAN = "_lieu_dit_ban";
    static final String LON_BAN = "_lon_ban";
    static final String LAT_BAN = "_lat_ban";

    private Reference() {}

    /** One row per address. */
    static Dataset<Row> adresses(Dataset<Row> lignes) {
        return lignes.select(
                        upper(texte(CODE_INSEE)).as(CODE_BAN),
                        col(Technical.MILLESIME).as(JOUR_BAN),
                        texte(CODE_POSTAL).as(POSTAL_BAN),
                        texte(ID).as(CLE_LUE),
                        texte(NUMERO).try_cast("int").as(NUMERO_BAN),
                        texte(REP).as(INDICE_BAN),
                        texte(NOM_VOIE).as(VOIE_BAN),
                        texte(NOM_LD).as(LIEU_DIT_BAN),
                        texte(LON).try_cast("double").as(LON_BAN),
                        texte(LAT).try_cast("double").as(LAT_BAN))
                .where(col(CLE_LUE).isNotNull().and(col(CODE_BAN).isNotNull()))
                .where(col(LON_BAN).between(-180, 180).and(col(LAT_BAN).between(-90, 90)));
    }

    /** The communes and postal codes of these addresses, with the day of the newest file of each. */
    static Dataset<Row> lieux(Dataset<Row> adresses) {
        return adresses.groupBy(CODE_BAN, POSTAL_BAN).agg(max(JOUR_BAN));
    }

    /** The repetition of an address, written out. */
    static Column indice(Demande demande) {
        UDF1<String, String> written = demande::indice;
        return udf(written, DataTypes.StringType).apply(col(INDICE_BAN));
    }

    private static Column texte(String column) {
        return nullif(trim(col(column)), lit(""));
    }
}
