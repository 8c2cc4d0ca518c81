package fr.maillage.gold.registre;

import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.CodeList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;

/** Labels of headings and of the values under them, from the closed lists. */
final class Libelles {

    private Libelles() {}

    /** The label of a code of a list; null for one it does not have. */
    static Column of(String list, Column code, boolean english) {
        Map<String, String> labels = new LinkedHashMap<>();
        CodeList.read(list).rows().forEach(row -> labels.putIfAbsent(row.get("code"), row.get(label(english))));
        return lookup(labels, code);
    }

    /** Another column of the list of headings. */
    static Column rubrique(Column rubrique, String column) {
        Map<String, String> values = new LinkedHashMap<>();
        CodeList.read("rubrique_cooperation").rows().forEach(row -> values.put(row.get("code"), row.get(column)));
        return lookup(values, rubrique);
    }

    /** The label of a value under its heading. */
    static Column valeur(Column rubrique, Column code, boolean english) {
        Column form = when(rubrique.equalTo("forme_juridique"), of("forme_juridique", code, english));
        Column object = when(rubrique.equalTo("fonction"), of("objet_cooperation", code, english));
        return coalesce(listed("valeur", rubrique, code, english), form, object);
    }

    /** The same under a heading that is known beforehand. */
    static Column valeur(String rubrique, Column code, boolean english) {
        return switch (rubrique) {
            case "forme_juridique" -> of("forme_juridique", code, english);
            case "fonction" -> of("objet_cooperation", code, english);
            default -> listed("valeur", lit(rubrique), code, english);
        };
    }

    static Column statut(Column rubrique, Column code) {
        return listed("statut", rubrique, code, false);
    }

    private static Column listed(String colonne, Column rubrique, Column code, boolean english) {
        Map<String, String> labels = new LinkedHashMap<>();
        CodeList.read("valeur_cooperation").rows().stream()
                .filter(row -> row.get("colonne").equals(colonne))
                .forEach(row -> labels.put(row.get("rubrique") + ":" + row.get("code"), row.get(label(english))));
        return lookup(labels, concat_ws(":", rubrique, code));
    }

    private static String label(boolean english) {
        return english ? "libelle_en" : "libelle";
    }

    private static Column lookup(Map<String, String> labels, Column key) {
        Column map = map_from_arrays(
                lit(labels.keySet().toArray(String[]::new)), lit(labels.values().toArray(String[]::new)));
        return try_element_at(map, key);
    }
}
