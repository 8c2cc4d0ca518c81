package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.texte;
import static org.apache.spark.sql.functions.*;

import org.apache.spark.sql.Column;

/** The one address by which an entity of a FINESS+ document is described; all of them are in {@code silver.adresse}. */
final class AdressePlus {

    private AdressePlus() {}

    /** The first address of this use (R377), else the first of any. */
    static Column principale(Column adresses, String usage) {
        Column first = try_element_at(
                filter(adresses, adresse -> adresse.getField(USAGEADRESSE).equalTo(usage)), lit(1));
        return coalesce(first, try_element_at(adresses, lit(1)));
    }

    /** The street part in one line. */
    static Column ligne(String adresse) {
        return texte(concat_ws(
                " ",
                texte(adresse, NUMEROVOIE),
                texte(adresse, COMPLEMENTVOIE),
                texte(adresse, TYPEVOIE),
                texte(adresse, LIBELLEVOIE)));
    }
}
