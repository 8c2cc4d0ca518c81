package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.types.DataTypes;

/**
 * The street part of an address in words that stay the same however it is typed, so that only a move changes them.
 *
 * <p>Written out like {@link AdresseDeveloppee}, then in capitals without accents, punctuation and small words, the
 * abbreviations of names written out too.
 */
final class AdresseComparee implements UDF5<String, String, String, String, String, String>, Serializable {

    private static final long serialVersionUID = 1L;

    /** Some files pad numbers. */
    private static final Pattern ZEROS = Pattern.compile("^0+(?=\\d)");

    private final AdresseDeveloppee developpee = AdresseDeveloppee.read();
    private final Mots mots = Mots.read();

    /** Of what a reader tells of an address. */
    static Column of(Map<String, Column> values) {
        Column none = lit(null).cast("string");
        return udf(new AdresseComparee(), DataTypes.StringType)
                .apply(
                        values.getOrDefault(NUMERO_VOIE, none),
                        values.getOrDefault(COMPLEMENT_VOIE, none),
                        values.getOrDefault(TYPE_VOIE, none),
                        values.getOrDefault(VOIE, none),
                        values.getOrDefault(ADRESSE, none));
    }

    @Override
    public String call(String numero, String indice, String type, String voie, String ligne) {
        String[] words = mots.of(developpee.call(numero, indice, type, voie, ligne));
        return words.length == 0 ? null : ZEROS.matcher(String.join(" ", words)).replaceFirst("");
    }
}
