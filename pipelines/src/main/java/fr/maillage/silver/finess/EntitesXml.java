package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.finess.Textes.jour;
import static fr.maillage.silver.finess.Textes.sansDate;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Legal entities of the XML flow, closed ones included: an element structureej of cs1400101. */
public final class EntitesXml {

    public static final Systeme SYSTEME = new Systeme(Systeme.FLUX, values().keySet());

    private EntitesXml() {}

    /** One row per element, in the columns of {@link Description}. */
    public static Dataset<Row> rows(Dataset<Row> structures) {
        return Textes.nettoyees(structures.where(EtablissementsXml.duFlux()), Bronze.FINESS_STRUCTUREEJ)
                .select(Description.columns(
                        Silver.ENTITE_JURIDIQUE_VERSION, Description.repetees(structures, values())));
    }

    private static Map<String, Column> values() {
        Map<String, Column> values = new HashMap<>(EntitesEtalab.values());
        values.put(DATE_FERMETURE, jour(DATEFERMETURE));
        values.put(TYPE_FERMETURE, col(TYPEFERMETURE));
        values.put(DATE_MAJ, jour(DATEMAJ));
        values.put(CODE_POSTAL, coalesce(values.get(CODE_POSTAL), col(CODEPOSTAL)));
        values.put(VILLE, coalesce(values.get(VILLE), col(LIBCOMMUNE)));
        values.put(Description.DATE_ILLISIBLE, sansDate(DATECREA, DATEMAJ, DATEFERMETURE));
        values.put(Description.SYSTEME, lit(Systeme.FLUX));
        return values;
    }
}
