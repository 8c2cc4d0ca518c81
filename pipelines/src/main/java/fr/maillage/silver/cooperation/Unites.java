package fr.maillage.silver.cooperation;

import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;

/** Units as people type them: amounts of money are brought to euros, other units stay as they are. */
final class Unites {

    private Unites() {}

    /** A structure of {@code unite}, null when none was typed, and {@code facteur}, by which the number is multiplied. */
    static Column de(Column typed) {
        Column unit = Saisie.texte(typed);
        Column plain = regexp_replace(lower(unit), "euros?|eur", "€");
        Column factor = when(plain.isin("k€", "milliers d'€", "milliers d’€"), 1e3)
                .when(plain.isin("m€", "millions d'€", "millions d’€"), 1e6)
                .when(plain.equalTo("€"), 1.0);
        return struct(
                when(factor.isNotNull(), "€").otherwise(unit).as("unite"),
                coalesce(factor, lit(1.0)).as("facteur"));
    }
}
