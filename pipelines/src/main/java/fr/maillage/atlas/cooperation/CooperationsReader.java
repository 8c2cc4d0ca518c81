package fr.maillage.atlas.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.atlas.cooperation.Cooperations.Dossier;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.CooperationRapprochement;
import fr.maillage.warehouse.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Reads the cooperations that a page shows. A cooperation found in a registry and declared as well is shown as declared.
 *
 * <p>Nothing is read without a bound: beyond it the page says what it leaves out.
 */
public final class CooperationsReader {

    /** Columns the reader adds to those of the tables. */
    static final String DEPARTEMENTS = "departements";

    static final String ANNEE_DEBUT = "annee_debut";
    static final String ANNEE_FIN = "annee_fin";
    static final String NOMBRE_COOPERATIONS = "nombre_cooperations";
    static final String NOM_MEMBRE = "nom_membre";
    private static final String A_DOSSIER = "a_dossier";
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_FILES = 3_000;
    static final int MOST_TOLD = 60_000;

    private final Tables tables;
    private final List<TableContract> coupes = new ArrayList<>();
    private final Dataset<Row> known;

    private CooperationsReader(Tables tables) {
        this.tables = tables;
        Dataset<Row> doubles = CooperationRapprochement.retenus(tables)
                .select(col(CODE_COOPERATION_DETECTEE).as(CODE_COOPERATION));
        this.known = tables.read(Gold.BILAN_COOPERATION)
                .join(doubles, new String[] {CODE_COOPERATION}, "left_anti")
                .join(
                        tables.read(Silver.COOPERATION)
                                .select(CODE_COOPERATION, DATE_DEBUT, DATE_FIN, PREUVES, CONNU_DU),
                        new String[] {CODE_COOPERATION},
                        "left");
    }

    public static Cooperations read(Tables tables) {
        return new CooperationsReader(tables).read();
    }

    private Cooperations read() {
        List<Map<String, Object>> lignes = lignes();
        List<String> codes = lignes.stream()
                .filter(one -> Boolean.TRUE.equals(one.remove(A_DOSSIER)))
                .map(one -> Lignes.text(one, CODE_COOPERATION))
                .limit(MOST_FILES)
                .toList();
        DossierReader dossiers = new DossierReader(this::list, tables, codes);
        List<Map<String, Object>> frise = frise();
        long total = frise.stream()
                .mapToLong(one -> (Long) one.get(NOMBRE_COOPERATIONS))
                .sum();
        Map<String, Dossier> read = dossiers.dossiers();
        return new Cooperations(jour(lignes, read), total, lignes, read, frise, dossiers.noms(), coupes);
    }

    private List<Map<String, Object>> lignes() {
        Dataset<Row> told = tables.read(Gold.FICHE_COOPERATION)
                .select(CODE_COOPERATION)
                .union(tables.read(Silver.COOPERATION_MEMBRE).select(CODE_COOPERATION))
                .distinct()
                .withColumn(A_DOSSIER, lit(true));
        return list(
                Gold.BILAN_COOPERATION,
                known.join(told, new String[] {CODE_COOPERATION}, "left")
                        .join(LieuxDesCooperations.departements(tables), new String[] {CODE_COOPERATION}, "left")
                        .orderBy(col(ORIGINE), col(A_DOSSIER).desc_nulls_last(), col(CODE_COOPERATION)),
                MOST_ROWS);
    }

    /** How many began and ended in which years; counted where they are stored. */
    private List<Map<String, Object>> frise() {
        Column[] by = {
            col(FORME_JURIDIQUE),
            year(col(DATE_DEBUT)).as(ANNEE_DEBUT),
            year(col(DATE_FIN)).as(ANNEE_FIN)
        };
        return list(
                Silver.COOPERATION,
                known.groupBy(by)
                        .agg(count(lit(1)).as(NOMBRE_COOPERATIONS))
                        .orderBy(col(FORME_JURIDIQUE), col(ANNEE_DEBUT), col(ANNEE_FIN)),
                MOST_TOLD);
    }

    /** The day on which the marks are given, else that of the newest release. */
    private static String jour(List<Map<String, Object>> lignes, Map<String, Dossier> dossiers) {
        Stream<String> marks = dossiers.values().stream()
                .flatMap(one -> one.notes().stream())
                .map(one -> Lignes.text(one, JOUR_NOTATION));
        return newest(marks)
                .or(() -> newest(lignes.stream().map(one -> Lignes.text(one, CONNU_DU))))
                .orElse(null);
    }

    private static Optional<String> newest(Stream<String> days) {
        return days.filter(Objects::nonNull).max(Comparator.naturalOrder());
    }

    /** Rows in their order, as many as the bound allows. */
    private List<Map<String, Object>> list(TableContract table, Dataset<Row> rows, int most) {
        List<Row> listed = tables.list(rows.limit(most + 1), most + 1);
        if (listed.size() > most) {
            coupes.add(table);
        }
        return listed.stream().limit(most).map(Lignes::of).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Lists ordered rows of a table up to a bound. */
    interface Bounded {
        List<Map<String, Object>> list(TableContract table, Dataset<Row> rows, int most);
    }
}
