package fr.maillage.serving.changes;

import fr.maillage.MaillageException;
import fr.maillage.serving.query.BoundQuery;
import fr.maillage.serving.query.WarehouseViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who is meant by a FINESS number, a SIREN or a SIRET, among all that the histories ever knew. */
public final class Numbers {

    /** @param objet etablissement or entite_juridique */
    public record Entity(String objet, String numero) {}

    private static final String ALL = """
            WITH numeros AS (
              SELECT DISTINCT 'etablissement' objet, numero_finess_et numero, siret autre FROM silver.etablissement_version
              UNION SELECT DISTINCT 'entite_juridique', numero_finess_ej, siren FROM silver.entite_juridique_version)\s""";

    private Numbers() {}

    /**
     * A FINESS number goes before a SIREN of the same digits; a SIREN that no legal entity has may stand in the SIRET of
     * establishments.
     *
     * @throws MaillageException naming the nearest known numbers when nobody has this one
     */
    public static List<Entity> find(String typed, WarehouseViews views) {
        String number = typed.replaceAll("[\\s.]+", "").toUpperCase(Locale.ROOT);
        String padded = number.matches("[0-9]{8}") ? "0" + number : number;
        for (String condition : List.of("numero = ?", "autre = ?", "length(?) = 9 AND starts_with(autre, ?)")) {
            List<Object> values = condition.startsWith("length") ? List.of(padded, padded) : List.of(padded);
            List<Entity> found = entities(condition, values, views);
            if (!found.isEmpty()) {
                return found;
            }
        }
        throw new MaillageException("Cannot tell the life of " + typed
                + ": no release ever named that number. The nearest known are " + nearest(padded, views)
                + ".");
    }

    private static List<Entity> entities(String condition, List<Object> values, WarehouseViews views) {
        List<Entity> found = new ArrayList<>();
        String sql = ALL + "SELECT DISTINCT objet, numero FROM numeros WHERE " + condition + " ORDER BY 1, 2";
        new BoundQuery(sql, values)
                .rows(views)
                .rows()
                .forEachRemaining(row ->
                        found.add(new Entity(row.get(0).toString(), row.get(1).toString())));
        return found;
    }

    private static String nearest(String number, WarehouseViews views) {
        List<String> nearest = new ArrayList<>();
        String sql = ALL
                + "SELECT n FROM (SELECT numero n FROM numeros UNION SELECT autre FROM numeros WHERE autre IS NOT NULL)"
                + " ORDER BY levenshtein(n, CAST(? AS VARCHAR)), n LIMIT 3";
        new BoundQuery(sql, List.of(number))
                .rows(views)
                .rows()
                .forEachRemaining(row -> nearest.add(row.get(0).toString()));
        return nearest.isEmpty() ? "none: load a release first" : String.join(", ", nearest);
    }
}
