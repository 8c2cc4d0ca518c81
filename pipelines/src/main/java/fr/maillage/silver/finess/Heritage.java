package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Field;
import fr.maillage.schemas.TableContract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * What a release does not tell stays as it was told last.
 *
 * <p>Two things are not told: fields that a system has no place for, and the position of a file without positions. A
 * field left empty by a system that has a place for it is told: it is empty.
 */
final class Heritage {

    private static final List<String> POSITION =
            List.of(X_PUBLIE, Y_PUBLIE, SRID_PUBLIE, X_LOCAL_PUBLIE, Y_LOCAL_PUBLIE, SOURCE_POSITION);

    /** Fields told together, and whether a row tells them. */
    private record Groupe(List<String> champs, Column dits) {}

    private final List<Groupe> groupes;

    Heritage(TableContract contract, Collection<Systeme> systemes) {
        this.groupes = groupes(contract, systemes);
    }

    private static List<Groupe> groupes(TableContract contract, Collection<Systeme> systemes) {
        List<String> champs =
                Description.described(contract).stream().map(Field::name).toList();
        Map<Set<String>, List<String>> muets = new LinkedHashMap<>();
        for (String champ : champs) {
            Set<String> sans = new TreeSet<>();
            systemes.stream()
                    .filter(systeme -> !systeme.champs().contains(origine(champ)))
                    .forEach(systeme -> sans.add(systeme.nom()));
            if (!sans.isEmpty() && !POSITION.contains(champ)) {
                muets.computeIfAbsent(sans, set -> new ArrayList<>()).add(champ);
            }
        }
        List<Groupe> groupes = new ArrayList<>();
        muets.forEach((sans, own) -> groupes.add(
                new Groupe(own, not(coalesce(col(Description.SYSTEME).isin(sans.toArray()), lit(false))))));
        if (champs.containsAll(POSITION)) {
            groupes.add(new Groupe(POSITION, col(X_PUBLIE).isNotNull()));
        }
        return groupes;
    }

    /** The field that files have a place for: what is compared is made of what is told. */
    private static String origine(String champ) {
        return champ.equals(ADRESSE_COMPAREE) ? ADRESSE : champ;
    }

    /** Fills what rows do not tell from the rows before them. */
    Dataset<Row> over(Dataset<Row> rows, WindowSpec untilNow) {
        Map<String, Column> dits = new LinkedHashMap<>();
        Map<String, Column> remplis = new LinkedHashMap<>();
        for (int i = 0; i < groupes.size(); i++) {
            Groupe groupe = groupes.get(i);
            String name = "_dit_" + i;
            Column values = struct(groupe.champs().stream().map(functions::col).toArray(Column[]::new));
            dits.put(name, last(when(groupe.dits(), values), true).over(untilNow));
            groupe.champs().forEach(champ -> remplis.put(champ, col(name + "." + champ)));
        }
        if (groupes.isEmpty()) {
            return rows;
        }
        return rows.withColumns(dits).withColumns(remplis).drop(dits.keySet().toArray(String[]::new));
    }

    /** Fills what rows do not tell from columns that hold what was known. */
    Dataset<Row> from(Dataset<Row> rows, java.util.function.UnaryOperator<String> known) {
        Map<String, Column> remplis = new LinkedHashMap<>();
        for (Groupe groupe : groupes) {
            groupe.champs()
                    .forEach(champ ->
                            remplis.put(champ, when(groupe.dits(), col(champ)).otherwise(col(known.apply(champ)))));
        }
        return remplis.isEmpty() ? rows : rows.withColumns(remplis);
    }
}
