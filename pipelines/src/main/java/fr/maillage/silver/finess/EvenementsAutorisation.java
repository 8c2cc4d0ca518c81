package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.finess.Textes.entier;
import static fr.maillage.silver.finess.Textes.jour;
import static fr.maillage.silver.finess.Textes.nombre;
import static fr.maillage.silver.finess.Textes.sansDate;
import static fr.maillage.silver.finess.Textes.sansNombre;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Events of the XML flow: elements evenement of cs1600101 and avenant of cs1600102. */
public final class EvenementsAutorisation {

    private EvenementsAutorisation() {}

    /** One row per element, in the columns of {@link Description}. */
    public static Dataset<Row> rows(Dataset<Row> evenements, Dataset<Row> avenants) {
        return Textes.nettoyees(evenements, Bronze.FINESS_EVENEMENT)
                .select(Description.columns(Silver.AUTORISATION_EVENEMENT, evenements()))
                .unionByName(Textes.nettoyees(avenants, Bronze.FINESS_AVENANT)
                        .select(Description.columns(Silver.AUTORISATION_EVENEMENT, avenants())));
    }

    private static Map<String, Column> evenements() {
        return Map.ofEntries(
                Map.entry(NATURE_AUTORISATION, lit("autre_activite")),
                Map.entry(NUMERO_AUTORISATION, col(NOAUTOR)),
                Map.entry(NUMERO_ORDRE, entier(NUMORDRE)),
                Map.entry(CODE_EVENEMENT, col(NATURE)),
                Map.entry(LIBELLE_EVENEMENT, col(LIBELLE)),
                Map.entry(DATE_DECISION, jour(DATEDECISION)),
                Map.entry(DATE_EFFET, jour(DATEEFFET)),
                Map.entry(NUMERO_DECISION, col(NUMERODECISION)),
                Map.entry(COMMENTAIRE, col(COMMENTAIRE)),
                Map.entry(Description.DATE_ILLISIBLE, sansDate(DATEDECISION, DATEEFFET)),
                Map.entry(Description.NOMBRE_ILLISIBLE, sansNombre(NUMORDRE)));
    }

    private static Map<String, Column> avenants() {
        return Map.ofEntries(
                Map.entry(NATURE_AUTORISATION, lit("activite_reconnue")),
                Map.entry(NUMERO_AUTORISATION, col(NOAUTOR)),
                Map.entry(NUMERO_ORDRE, entier(NUMORDRE)),
                Map.entry(CODE_EVENEMENT, col(TYPEAVENANT)),
                Map.entry(LIBELLE_EVENEMENT, col(LIBAVENANT)),
                Map.entry(DATE_EFFET, jour(DATEAVENANT)),
                Map.entry(NUMERO_DECISION, col(NUMAVENANT)),
                Map.entry(CAPACITE_AVANT, nombre(ANCCAPACITE)),
                Map.entry(CAPACITE_APRES, nombre(CAPACITE)),
                Map.entry(Description.DATE_ILLISIBLE, sansDate(DATEAVENANT)),
                Map.entry(Description.NOMBRE_ILLISIBLE, sansNombre(NUMORDRE, ANCCAPACITE, CAPACITE)));
    }
}
