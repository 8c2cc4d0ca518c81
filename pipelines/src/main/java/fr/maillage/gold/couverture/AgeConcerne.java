package fr.maillage.gold.couverture;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Parametres;
import fr.maillage.silver.age.Tranche;
import fr.maillage.silver.age.Tranches;
import fr.maillage.warehouse.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * The ages of a public, as the list {@code age_par_public} says them.
 *
 * @param publicConcerne code of the public
 * @param debut first age
 * @param suivant first age after it
 */
record AgeConcerne(String publicConcerne, int debut, int suivant) {

    private static final String LISTE = "age_par_public";

    /** Those of the list; where it leaves the first age to the parameter, that one. */
    static List<AgeConcerne> of(Tables tables) {
        int older = Math.toIntExact(tables.value(Parametres.AGE_PERSONNES_AGEES));
        return CodeList.read(LISTE).rows().stream().map(row -> of(row, older)).toList();
    }

    private static AgeConcerne of(Map<String, String> row, int older) {
        int from = row.get("age_debut").isEmpty() ? older : Integer.parseInt(row.get("age_debut"));
        int after = row.get("age_fin").isEmpty() ? Tranche.DERNIER_AGE + 1 : Integer.parseInt(row.get("age_fin")) + 1;
        return new AgeConcerne(row.get("code"), from, after);
    }

    /** The codes of publics, with those that a wider word stands for. */
    static Column etendus(Column publics) {
        Column wider = publics;
        for (Map<String, String> row : CodeList.read(LISTE).rows()) {
            Column one = array(lit(row.get("code")));
            wider = when(array_contains(publics, row.get("dit_aussi")), array_union(wider, one))
                    .otherwise(wider);
        }
        return sort_array(wider);
    }

    /** The share of a band that has these ages, by years: those of one band are taken to be as many each. */
    double part(Tranche tranche) {
        int years = Math.min(suivant, tranche.suivant()) - Math.max(debut, tranche.debut());
        return Math.max(0, years) / (double) (tranche.suivant() - tranche.debut());
    }

    /** The share of a band by its name: of those that follow each other without overlap, null for the others. */
    Column part(Column tranche, List<Tranche> suite) {
        Column part = lit(null).cast("double");
        for (Tranche one : suite) {
            part = when(tranche.equalTo(one.toString()), part(one)).otherwise(part);
        }
        return part;
    }

    /** The most bands that follow each other from birth to the last age; empty when none do. */
    static List<Tranche> suite(Tranches tranches) {
        return suite(tranches.voulues(), 0);
    }

    private static List<Tranche> suite(List<Tranche> tranches, int debut) {
        if (debut > Tranche.DERNIER_AGE) {
            return List.of();
        }
        return tranches.stream()
                .filter(tranche -> tranche.debut() == debut)
                .map(tranche -> followed(tranche, tranches))
                .filter(list -> list.get(list.size() - 1).suivant() > Tranche.DERNIER_AGE)
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    private static List<Tranche> followed(Tranche tranche, List<Tranche> tranches) {
        List<Tranche> all = new ArrayList<>(List.of(tranche));
        all.addAll(suite(tranches, tranche.suivant()));
        return all;
    }
}
