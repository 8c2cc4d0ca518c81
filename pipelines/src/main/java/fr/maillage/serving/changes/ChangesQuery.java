package fr.maillage.serving.changes;

import fr.maillage.serving.output.Rows;
import fr.maillage.serving.query.BoundQuery;
import fr.maillage.serving.query.WarehouseViews;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Which changes are asked for.
 *
 * @param from releases after this day; null from the first one
 * @param to releases until this day; null until the newest
 * @param natures empty for all
 * @param departements INSEE codes; empty for all
 * @param numeros of establishments or legal entities; empty for all
 */
public record ChangesQuery(
        LocalDate from, LocalDate to, List<String> natures, List<String> departements, List<String> numeros) {

    private static final String ORDER = " ORDER BY c.date_parution, c.code_departement, c.numero_finess, c.objet,"
            + " c.code_discipline, c.code_type_activite, c.code_clientele, c.nature, c.champ";

    /** All changes of some entities. */
    static ChangesQuery of(List<String> numeros) {
        return new ChangesQuery(null, null, List.of(), List.of(), numeros);
    }

    /** The rows of the table, as they stand. */
    public Rows rows(WarehouseViews views) {
        List<Object> values = new ArrayList<>();
        String sql = "SELECT c.* FROM gold.changement c WHERE " + where(values) + ORDER;
        return new BoundQuery(sql, values).rows(views);
    }

    /** The rows with the names of managers and categories. */
    public List<Difference> differences(WarehouseViews views) {
        List<Object> values = new ArrayList<>();
        String sql =
                "SELECT c.objet, c.numero_finess, c.code_discipline, c.code_type_activite, c.code_clientele, c.nom,"
                        + " c.champ, c.ancienne_valeur, " + label(views, "c.ancienne_valeur") + ", c.nouvelle_valeur, "
                        + label(views, "c.nouvelle_valeur")
                        + ", c.nature, c.realite, c.date_effet, c.date_parution_avant,"
                        + " c.date_parution, c.source FROM gold.changement c WHERE " + where(values) + ORDER;
        List<Difference> differences = new ArrayList<>();
        new BoundQuery(sql, values).rows(views).rows().forEachRemaining(row -> differences.add(Difference.of(row)));
        return differences;
    }

    private String where(List<Object> values) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (from != null) {
            conditions.add("c.date_parution > CAST(? AS DATE)");
            values.add(from.toString());
        }
        if (to != null) {
            conditions.add("c.date_parution <= CAST(? AS DATE)");
            values.add(to.toString());
        }
        among(conditions, values, "c.nature", natures);
        among(conditions, values, "c.code_departement", departements);
        among(conditions, values, "c.numero_finess", numeros);
        return String.join(" AND ", conditions);
    }

    private static void among(List<String> conditions, List<Object> values, String column, List<String> asked) {
        if (!asked.isEmpty()) {
            conditions.add(column + " IN (" + BoundQuery.marks(asked) + ")");
            values.addAll(asked);
        }
    }

    private static String label(WarehouseViews views, String value) {
        String manager = views.has("silver.entite_juridique")
                ? "(SELECT any_value(e.nom) FROM silver.entite_juridique e WHERE e.numero_finess_ej = " + value + ")"
                : "NULL";
        String category = views.has("silver.categorie")
                ? "(SELECT any_value(k.libelle ORDER BY k.libelle) FROM silver.categorie k WHERE k.code_categorie = "
                        + value + ")"
                : "NULL";
        return "CASE c.champ WHEN 'numero_finess_ej' THEN " + manager + " WHEN 'code_categorie' THEN " + category
                + " END";
    }
}
