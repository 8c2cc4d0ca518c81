package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.finess.Textes.jour;
import static fr.maillage.silver.finess.Textes.oui;
import static fr.maillage.silver.finess.Textes.sansDate;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.Technical;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Establishments of the XML flow: an element structureet of cs1400102, with its position of cs1400109 of the same day.
 *
 * <p>It tells what the etalab files do, and of closings, main and secondary establishments besides.
 */
public final class EtablissementsXml {

    public static final Systeme SYSTEME = new Systeme(Systeme.FLUX, values().keySet());

    private EtablissementsXml() {}

    /** One row per element, in the columns of {@link Description}. */
    public static Dataset<Row> rows(Dataset<Row> structures, Dataset<Row> geolocalisations) {
        return EtablissementsEtalab.located(structures.where(duFlux()), geolocalisations)
                .select(Description.columns(Silver.ETABLISSEMENT_VERSION, Description.repetees(structures, values())));
    }

    /** Whether a row of bronze comes from the XML flow, whose formats bear the names of its files. */
    static Column duFlux() {
        return coalesce(col(Technical.SOURCE).startsWith("finess-cs"), lit(false));
    }

    private static Map<String, Column> values() {
        Column type = upper(col(TYPEET));
        Map<String, Column> values = new HashMap<>(EtablissementsEtalab.values());
        values.put(TYPE_ETABLISSEMENT, when(type.equalTo("P"), "principal").when(type.equalTo("S"), "secondaire"));
        values.put(NUMERO_FINESS_PRINCIPAL, when(col(NOFINESSPPAL).rlike(EntitesNommees.NUMERO), col(NOFINESSPPAL)));
        values.put(DATE_FERMETURE, jour(DATEFERMETURE));
        values.put(TYPE_FERMETURE, col(TYPEFERMETURE));
        values.put(DATE_LIMITE, jour(DATELIMITE));
        values.put(EST_CADUC, oui(INDCADUC));
        values.put(CODE_POSTAL, coalesce(values.get(CODE_POSTAL), col(CODEPOSTAL)));
        values.put(VILLE, coalesce(values.get(VILLE), col(LIBCOMMUNE)));
        values.put(Description.DATE_ILLISIBLE, sansDate(DATEOUV, DATEAUTOR, DATEMAJ, DATEFERMETURE, DATELIMITE));
        values.put(Description.SYSTEME, lit(Systeme.FLUX));
        return values;
    }
}
