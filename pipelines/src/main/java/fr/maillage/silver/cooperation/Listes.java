package fr.maillage.silver.cooperation;

import static org.apache.spark.sql.functions.not;

import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Rule;
import fr.maillage.schemas.TableContract;
import java.util.List;
import org.apache.spark.sql.Column;

/** What the closed lists and the contracts say of a line. */
final class Listes {

    private Listes() {}

    /** Whether a code was given that the list does not have. */
    static Column horsListe(Column code, CodeList list) {
        return code.isNotNull().and(not(code.isin(list.codes().toArray())));
    }

    /** The rules of a table that set a row aside. */
    static List<String> rejets(TableContract table) {
        return table.rules().stream()
                .filter(rule -> rule.severity() == Rule.Severity.REJECT)
                .map(Rule::name)
                .toList();
    }
}
