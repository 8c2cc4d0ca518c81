package fr.maillage.gold.registre;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import fr.maillage.MaillageException;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;

/** Years of seniority from which a cooperation has one plus more, in growing order. */
record Seuils(List<Double> annees) {

    static Seuils of(String text) {
        try {
            List<Double> years = Arrays.stream(text.split(","))
                    .map(String::strip)
                    .map(Double::valueOf)
                    .toList();
            if (years.isEmpty() || !years.equals(years.stream().sorted().toList())) {
                throw new NumberFormatException();
            }
            return new Seuils(years);
        } catch (NumberFormatException e) {
            throw new MaillageException("Cannot use anciennete_seuils='" + text
                    + "': give years in growing order, separated by commas, such as 3,6,10.");
        }
    }

    /** {@code -} under the first threshold, then one + more at each. */
    Column note(Column mois) {
        Column note = when(mois.lt(annees.get(0) * 12), lit("-"));
        for (int i = 1; i < annees.size(); i++) {
            note = note.when(mois.lt(annees.get(i) * 12), lit("+".repeat(i)));
        }
        return when(mois.isNotNull(), note.otherwise(lit("+".repeat(annees.size()))));
    }
}
