package fr.maillage.silver.ban;

import static fr.maillage.schemas.Columns.NUMERO_FINESS_ET;
import static fr.maillage.silver.ban.Reference.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;

/** The streets and localities that may be the one an address names, and of each the one address that stands for it. */
final class Candidats {

    static final String RANG_TEXTE = "_rang_texte";
    static final String GENRE_NOM = "_genre";
    static final String NOM_BAN = "_nom";
    static final String RESSEMBLANCE = "_ressemblance";
    static final String NUMERO_DEMANDE = "_numero_demande";
    static final String INDICE_DEMANDE = "_indice_demande";
    static final String ANNONCEE = "_annoncee";
    static final String VOIE_DEMANDEE = "_voie_demandee";
    static final String COMMUNE_BAN = "_commune";

    private static final String TROUVEE = "_trouvee";

    private Candidats() {}

    /** A row for each address of the reference and each name under which one is looked for. */
    static Dataset<Row> of(Dataset<Row> adresses, Recherche recherche, Lieux lieux, Demande demande) {
        Column found = udf(recherche, DataTypes.createArrayType(Recherche.SCHEMA))
                .apply(struct(
                        col(CODE_BAN), col(JOUR_BAN), col(POSTAL_BAN), col(CLE_LUE), col(VOIE_BAN), col(LIEU_DIT_BAN)));
        Column commune = udf(lieux, DataTypes.StringType).apply(col(CODE_BAN));
        return adresses.select(col("*"), explode(found).as(TROUVEE))
                .select(
                        col("*"),
                        trouvee("numero", NUMERO_FINESS_ET),
                        trouvee("annoncee", ANNONCEE),
                        trouvee("numero_demande", NUMERO_DEMANDE),
                        trouvee("indice_demande", INDICE_DEMANDE),
                        trouvee("voie_demandee", VOIE_DEMANDEE),
                        trouvee("rang", RANG_TEXTE),
                        trouvee("genre", GENRE_NOM),
                        trouvee("nom", NOM_BAN),
                        trouvee("ressemblance", RESSEMBLANCE))
                .drop(TROUVEE)
                .withColumn(COMMUNE_BAN, commune)
                .withColumn(INDICE_ECRIT, Reference.indice(demande));
    }

    private static Column trouvee(String field, String name) {
        return col(TROUVEE + "." + field).as(name);
    }

    /**
     * Of each candidate one address: that of the number, else of the nearest number, else the one nearest to the middle.
     */
    static Dataset<Row> points(Dataset<Row> candidats) {
        WindowSpec candidat =
                Window.partitionBy(NUMERO_FINESS_ET, RANG_TEXTE, GENRE_NOM, COMMUNE_BAN, POSTAL_BAN, NOM_BAN);
        Column east = col(LON_BAN).minus(avg(LON_BAN).over(candidat));
        Column north = col(LAT_BAN).minus(avg(LAT_BAN).over(candidat));
        Column otherIndex = not(col(INDICE_ECRIT).eqNullSafe(col(INDICE_DEMANDE)));
        Column away = when(col(GENRE_NOM).equalTo("voie"), abs(col(NUMERO_BAN).minus(col(NUMERO_DEMANDE))));
        return candidats
                .withColumn("_loin", coalesce(away, lit(Integer.MAX_VALUE)))
                .withColumn("_autre_indice", otherIndex)
                .withColumn("_carre", round(east.multiply(east).plus(north.multiply(north)), 12))
                .withColumn(
                        "_choix",
                        row_number()
                                .over(candidat.orderBy(
                                        col("_loin"),
                                        col("_autre_indice"),
                                        col("_carre"),
                                        col(NUMERO_BAN),
                                        col(CLE_LUE))))
                .where(col("_choix").equalTo(1));
    }
}
