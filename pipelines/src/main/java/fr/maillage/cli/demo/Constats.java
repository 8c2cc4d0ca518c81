package fr.maillage.cli.demo;

import fr.maillage.schemas.TableContract;
import fr.maillage.serving.Contracts;
import fr.maillage.serving.DuckDb;
import fr.maillage.serving.ParquetScan;
import fr.maillage.serving.output.OutputFormat;
import fr.maillage.serving.output.Rows;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.TableState;
import fr.maillage.warehouse.Warehouse;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the demo ends with: the tables that were built, what they say in plain words, and what to open. */
public final class Constats {

    private static final List<String> SHOWN = List.of(
            "silver/commune",
            "silver/etablissement",
            "silver/cooperation",
            "silver/cooperation_membre",
            "silver/activite",
            "gold/offre_par_territoire",
            "gold/gestionnaire",
            "gold/couverture_par_territoire",
            "gold/activite_par_territoire",
            "gold/relais_par_lien");

    private final Warehouse warehouse;
    private final Publication publication;
    private final boolean english;

    public Constats(Warehouse warehouse, Publication publication, boolean english) {
        this.warehouse = warehouse;
        this.publication = publication;
        this.english = english;
    }

    /** The table and the findings. */
    public void write(PrintWriter out) throws SQLException {
        out.println();
        OutputFormat.TABLE.write(tables(), out);
        out.println();
        try (Connection gold = DuckDb.open()) {
            DuckDb.execute(gold, "CREATE SCHEMA gold");
            ParquetScan scan = new ParquetScan(warehouse, publication);
            for (TableContract table : Contracts.ALL) {
                if (table.id().startsWith("gold/") && publication.find(table).isPresent()) {
                    DuckDb.execute(gold, "CREATE VIEW " + table.sqlName() + " AS " + scan.read(table));
                }
            }
            for (Constat constat : Constat.values()) {
                constat.sentence(gold, english).ifPresent(sentence -> out.println("• " + sentence));
            }
        }
    }

    /** What to do next. */
    public void writePaths(PrintWriter out, String location, Path atlas, String database) {
        out.println();
        line(out, "Cartes à ouvrir dans un navigateur", "Maps to open in a browser", atlas.toUri());
        line(
                out,
                "Coopérations, une fiche pour chacune",
                "Cooperations, a sheet for each",
                atlas.resolveSibling("cooperations.html").toUri());
        line(out, "Base pour un tableau de bord", "Database for a dashboard", database);
        line(
                out,
                "Poser une question",
                "Ask a question",
                "./maillage sql --warehouse " + location + " \"FROM gold.couverture_par_territoire LIMIT 5\"");
        out.println(
                english
                        ? "All of this is fictional: places, organisations and figures are invented."
                        : "Tout ceci est fictif : lieux, organismes et chiffres sont inventés.");
        out.flush();
    }

    private void line(PrintWriter out, String french, String inEnglish, Object what) {
        out.println((english ? inEnglish + ": " : french + " : ") + what);
    }

    private Rows tables() {
        List<List<Object>> rows = new ArrayList<>();
        for (String id : SHOWN) {
            Optional<TableState> state =
                    Optional.ofNullable(publication.tables().get(id));
            state.ifPresent(table -> rows.add(
                    List.of(Contracts.read(id).title(english), id.replace('/', '.'), table.rows(), table.rejected())));
        }
        return Rows.of(
                List.of(
                        Rows.Column.text(english ? "what" : "contenu"),
                        Rows.Column.text("table"),
                        Rows.Column.number(english ? "rows" : "lignes"),
                        Rows.Column.number(english ? "rejected" : "rejets")),
                rows);
    }
}
