package fr.maillage.serving.spark;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;

import fr.maillage.MaillageException;
import fr.maillage.geo.Localisateur;
import fr.maillage.schemas.Silver;
import fr.maillage.silver.passage.Passages;
import fr.maillage.silver.territoire.Principaux;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.PublishedTables;
import fr.maillage.warehouse.Warehouse;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads what the functions of {@link CatalogueGeo} answer from, in one publication. */
final class IndexPublies {

    private final Warehouse warehouse;
    private final PublishedTables tables;

    IndexPublies(Warehouse warehouse, Publication publication) {
        this.warehouse = warehouse;
        this.tables = new PublishedTables(SparkSession.active(), warehouse, publication);
    }

    /** Whether communes lie in zones of that division. */
    boolean knowsDivision(String niveau) {
        return !tables.read(Silver.RATTACHEMENT)
                .where(col(NIVEAU).equalTo(niveau))
                .limit(1)
                .collectAsList()
                .isEmpty();
    }

    /** Levels with contours of their own, and those communes lie in zones of, in order. */
    List<String> niveaux() {
        return tables
                .read(Silver.INDEX_CONTOUR)
                .select(NIVEAU)
                .union(tables.read(Silver.RATTACHEMENT).select(NIVEAU))
                .distinct()
                .orderBy(NIVEAU)
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    /** Territories of a level that has contours of its own. */
    Reponses contours(String niveau, int millesime) {
        Localisateur index = index(niveau, millesime);
        return Reponses.of(index, index::code);
    }

    /** Zones of a division: those that hold most of the commune a position lies in. */
    Reponses zones(String division, int millesime) {
        Localisateur communes = index("commune", millesime);
        Map<String, String> zones = new HashMap<>();
        Principaux.of(tables.read(Silver.RATTACHEMENT).where(col(NIVEAU).equalTo(division)))
                .collectAsList()
                .forEach(row -> zones.put(row.getAs(CODE_COMMUNE), row.getAs(CODE_TERRITOIRE)));
        Successeurs successeurs =
                new Successeurs(tables.read(Silver.COMMUNE_SUCCESSEUR).collectAsList());
        return Reponses.of(
                communes, ordinal -> zones.get(successeurs.today(communes.code(ordinal), communes.millesime(ordinal))));
    }

    Passages passages(String function) {
        List<Row> rows = tables.read(Silver.PASSAGE_COMMUNE).collectAsList();
        if (rows.isEmpty()) {
            throw new MaillageException("Cannot answer " + function + ": " + warehouse.root()
                    + " knows no communes. Ingest the code officiel géographique and run build.");
        }
        return Passages.of(rows);
    }

    private Localisateur index(String niveau, int millesime) {
        List<Row> rows = tables.read(Silver.INDEX_CONTOUR)
                .where(col(NIVEAU).equalTo(niveau))
                .collectAsList();
        if (rows.isEmpty()) {
            throw new MaillageException("Cannot answer for the level " + niveau + ": " + warehouse.root()
                    + " has no contours of it. Ingest some and run build.");
        }
        return Localisateur.of(rows, niveau, millesime);
    }

    /** The commune of the cadre that holds most of a commune of another year. */
    private static final class Successeurs {

        private record Lecture(LocalDate du, LocalDate au, String cible, double part) {}

        private final Map<String, List<Lecture>> lectures = new HashMap<>();

        Successeurs(List<Row> rows) {
            rows.forEach(row -> lectures.merge(
                    row.getAs(CODE_COMMUNE),
                    List.of(new Lecture(
                            row.<Date>getAs(LU_DU).toLocalDate(),
                            row.<Date>getAs(LU_AU).toLocalDate(),
                            row.getAs(CODE_COMMUNE_CIBLE),
                            row.<Double>getAs(PART))),
                    (left, right) ->
                            Stream.concat(left.stream(), right.stream()).toList()));
        }

        /** The same code when nothing is known of it. */
        String today(String code, int millesime) {
            LocalDate day = LocalDate.of(millesime, 1, 1);
            return lectures.getOrDefault(code, List.of()).stream()
                    .filter(one -> !day.isBefore(one.du()) && day.isBefore(one.au()))
                    .max(Comparator.comparingDouble(Lecture::part).thenComparing(Lecture::cible))
                    .map(Lecture::cible)
                    .orElse(code);
        }
    }
}
