package fr.maillage.silver.ban;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.ban.Candidats.*;
import static fr.maillage.silver.ban.Reference.*;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;

/** The level and the score of a candidate; what counts for how much is told by the contract of the table. */
final class Note {

    private static final double AUTRE_INDICE = 0.95;
    private static final double VOIE_SANS_NUMERO = 0.9;
    private static final double VOIE_SANS_CE_NUMERO = 0.85;
    private static final double LIEU_DIT = 0.9;
    private static final double A_DEFAUT_DE_LA_VOIE = 0.9;
    private static final double SELON_LE_CODE_POSTAL = 0.95;
    private static final double AUTRE_COMMUNE = 0.5;

    /** Of an address whose commune alone is found. */
    static final double COMMUNE_SEULE = 0.3;

    private Note() {}

    static Column niveau() {
        Column locality = col(GENRE_NOM).equalTo("lieu_dit").or(col(RANG_TEXTE).gt(0));
        return when(numbered().or(col(GENRE_NOM).equalTo("cle")), "numero")
                .when(locality, "lieu_dit")
                .otherwise("voie");
    }

    static Column score() {
        Column level = when(col(GENRE_NOM).equalTo("cle"), 1.0)
                .when(
                        col(NIVEAU_BAN).equalTo("numero"),
                        when(col(INDICE_ECRIT).eqNullSafe(col(INDICE_DEMANDE)), 1.0)
                                .otherwise(AUTRE_INDICE))
                .when(col(NIVEAU_BAN).equalTo("lieu_dit"), LIEU_DIT)
                .when(col(NUMERO_DEMANDE).isNull(), VOIE_SANS_NUMERO)
                .otherwise(VOIE_SANS_CE_NUMERO);
        Column text = when(col(RANG_TEXTE).gt(0).and(col(VOIE_DEMANDEE)), A_DEFAUT_DE_LA_VOIE)
                .otherwise(1.0);
        return round(col(RESSEMBLANCE).multiply(level).multiply(text).multiply(lieu()), 3);
    }

    /** What the commune of a candidate is worth. */
    static Column lieu() {
        return when(col(ANNONCEE).isNull(), SELON_LE_CODE_POSTAL)
                .when(col(ANNONCEE).equalTo(col(COMMUNE_BAN)), 1.0)
                .otherwise(AUTRE_COMMUNE);
    }

    private static Column numbered() {
        return col(GENRE_NOM).equalTo("voie").and(coalesce(col(NUMERO_BAN).equalTo(col(NUMERO_DEMANDE)), lit(false)));
    }
}
