package fr.maillage.quality;

import fr.maillage.schemas.TableContract;
import fr.maillage.serving.Contracts;
import fr.maillage.serving.DuckDb;
import fr.maillage.serving.ParquetScan;
import fr.maillage.serving.Rejets;
import fr.maillage.serving.RuleText;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.TableState;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Warehouse;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts, per file and rule, the rows of a publication that break it, with examples. */
final class BrokenRules {

    private static final int EXAMPLES = 3;
    private static final int TEXT_SHOWN = 60;

    private final Publication publication;
    private final Map<String, String> fileNames;
    private final ParquetScan scan;
    private final Rejets rejets;

    BrokenRules(Warehouse warehouse, Publication publication, Map<String, String> fileNames) {
        this.publication = publication;
        this.fileNames = fileNames;
        this.scan = new ParquetScan(warehouse, publication);
        this.rejets = new Rejets(scan, publication, fileNames, Contracts.ALL);
    }

    /** Most rows first within a table. Only tables in which the publication counts a broken rule are read. */
    List<BrokenRule> list() throws SQLException {
        List<BrokenRule> broken = new ArrayList<>();
        try (Connection connection = DuckDb.open();
                Statement statement = connection.createStatement()) {
            for (TableContract table : Contracts.ALL) {
                if (!publication
                        .find(table)
                        .map(TableState::rules)
                        .orElse(Map.of())
                        .isEmpty()) {
                    read(statement, table, broken);
                }
            }
        }
        return broken;
    }

    private void read(Statement statement, TableContract table, List<BrokenRule> broken) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query(table))) {
            while (rows.next()) {
                String file = rows.getString("fichier");
                broken.add(new BrokenRule(
                        table,
                        file == null ? "" : fileNames.getOrDefault(file, file),
                        RuleText.of(table, rows.getString("regle")),
                        rows.getLong("n"),
                        (double) rows.getLong("n") / rows.getLong("total"),
                        texts(rows.getArray("exemples"))));
            }
        }
    }

    private String query(TableContract table) {
        String example =
                "'l. ' || ligne || coalesce(' : ' || coalesce(nullif(cle, ''), left(texte, " + TEXT_SHOWN + ")), '')";
        return "WITH total AS (SELECT " + Technical.FICHIER + " AS fichier, count(*) AS total FROM "
                + scan.stored(table) + " GROUP BY 1), broken AS (SELECT fichier, regle, count(*) AS n, arg_min("
                + "coalesce(" + example + ", cle, ''), coalesce(ligne, 0), " + EXAMPLES + ") AS exemples FROM ("
                + rejets.brokenRules(table) + ") GROUP BY 1, 2) SELECT broken.*, total FROM broken"
                + " JOIN total ON total.fichier IS NOT DISTINCT FROM broken.fichier ORDER BY n DESC, regle, fichier";
    }

    private static List<String> texts(Array array) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (Object text : (Object[]) array.getArray()) {
            texts.add(String.valueOf(text));
        }
        return texts;
    }
}
