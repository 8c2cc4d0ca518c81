package fr.maillage.quality;

import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.serving.DuckDb;
import fr.maillage.serving.ParquetScan;
import fr.maillage.serving.output.Rows;
import fr.maillage.serving.output.Rows.Column;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Warehouse;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The anomalies of a publication: by rule with counts and samples, and one by one for those who are told of them. */
public final class Anomalies {

    private static final CodeList REGLES = CodeList.read("regle_qualite");
    private static final CodeList GRAVITES = CodeList.read("gravite_anomalie");

    /**
     * One anomaly.
     *
     * @param departement null when nothing tells it
     * @param longitude null without a retained position
     */
    record Une(
            String regle,
            String gravite,
            String numero,
            String nom,
            String champ,
            String valeur,
            String preuve,
            String departement,
            String source,
            Double longitude,
            Double latitude) {

        String phrase(boolean english) {
            return REGLES.libelle(regle, english);
        }
    }

    /** Takes them one by one. */
    interface Preneur<E extends Exception> {
        void take(Une une) throws E;
    }

    private final ParquetScan scan;

    private Anomalies(ParquetScan scan) {
        this.scan = scan;
    }

    public static Anomalies of(Warehouse warehouse, Publication publication) {
        return new Anomalies(new ParquetScan(warehouse, publication));
    }

    /** One row per rule and kind of entity: the gravest first, then the most frequent. */
    public Rows rows(boolean english) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (Connection connection = DuckDb.open();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(parRegle())) {
            while (found.next()) {
                rows.add(row(found, english));
            }
        }
        return Rows.of(columns(english), rows);
    }

    /** Each anomaly in a fixed order: producer, département, rule, number. */
    <E extends Exception> void each(String where, Preneur<E> preneur) throws SQLException, E {
        try (Connection connection = DuckDb.open();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT regle, gravite, numero_finess, nom, champ,"
                        + " valeur_publiee, preuve, code_departement, source, longitude, latitude FROM (" + table()
                        + ") WHERE " + where + " ORDER BY source, code_departement, regle, numero_finess")) {
            while (found.next()) {
                preneur.take(new Une(
                        found.getString(1),
                        found.getString(2),
                        found.getString(3),
                        found.getString(4),
                        found.getString(5),
                        found.getString(6),
                        found.getString(7),
                        found.getString(8),
                        found.getString(9),
                        (Double) found.getObject(10),
                        (Double) found.getObject(11)));
            }
        }
    }

    private String table() {
        return scan.read(Silver.ANOMALIE);
    }

    private String parRegle() {
        return "WITH entites AS (" + entites("EG", Silver.ETABLISSEMENT) + " UNION ALL "
                + entites("PM", Silver.ENTITE_JURIDIQUE)
                + "), comptees AS (SELECT regle, gravite, categorie_controle, contexte_controle, type_objet, count(*) AS n,"
                + " min(concat_ws(' ', numero_finess, valeur_publiee), 3) AS exemples FROM (" + table()
                + ") GROUP BY ALL) SELECT c.*, round(100.0 * n / nullif(total, 0), 2) AS part FROM comptees c"
                + " JOIN entites e USING (type_objet) ORDER BY CASE gravite WHEN 'erreur' THEN 0 WHEN 'avertissement'"
                + " THEN 1 ELSE 2 END, n DESC, regle, type_objet";
    }

    private String entites(String type, TableContract table) {
        return "SELECT '" + type + "' AS type_objet, count(*) AS total FROM (" + scan.read(table) + ")";
    }

    private static List<Object> row(ResultSet found, boolean english) throws SQLException {
        String regle = found.getString("regle");
        return Arrays.asList(
                regle,
                GRAVITES.libelle(found.getString("gravite"), english),
                found.getString("categorie_controle"),
                found.getString("contexte_controle"),
                found.getString("type_objet"),
                found.getLong("n"),
                found.getDouble("part"),
                texts(found.getArray("exemples")),
                REGLES.libelle(regle, english));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }

    private static List<Column> columns(boolean english) {
        Map<String, String> en = Map.of(
                "regle", "rule",
                "gravite", "severity",
                "categorie", "category",
                "contexte", "context",
                "objet", "object",
                "nombre", "count",
                "part_pourcent", "share_percent",
                "exemples", "examples",
                "phrase", "sentence");
        return List.of(
                        "regle",
                        "gravite",
                        "categorie",
                        "contexte",
                        "objet",
                        "nombre",
                        "part_pourcent",
                        "exemples",
                        "phrase")
                .stream()
                .map(name -> new Column(
                        english ? en.get(name) : name, name.equals("nombre") || name.equals("part_pourcent")))
                .toList();
    }
}
