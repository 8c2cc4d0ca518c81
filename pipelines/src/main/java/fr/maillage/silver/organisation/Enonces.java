package fr.maillage.silver.organisation;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array_append;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import fr.maillage.quality.Regles;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.Depots;
import fr.maillage.silver.cooperation.Listes;
import fr.maillage.silver.cooperation.Saisie;
import fr.maillage.warehouse.Technical;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** What uploads say of an organisation for a period: an approval, an affiliation. All are read and judged alike. */
final class Enonces {

    private static final String REJETEE = "_rejetee";
    private static final String DEPUIS = "_depuis";
    private static final Column JAMAIS = lit("9999-12-31").cast("date");
    private static final Column TOUJOURS = lit("0001-01-01").cast("date");

    private Enonces() {}

    /** The lines in force, each with its organisation and dates; an upload replaces those of the organisations it names. */
    static Dataset<Row> lus(Dataset<Row> declarations, String du, String au, Dataset<Row> identifiants) {
        Dataset<Row> lues =
                Designations.lues(declarations, ORGANISATION, CODE_ORGANISATION, Designations.codes(identifiants));
        return Depots.enVigueur(lues, CODE_ORGANISATION, List.of(CODE_ORGANISATION))
                .withColumn(DATE_DEBUT, Saisie.date(col(du)))
                .withColumn(DATE_FIN, Saisie.date(col(au)))
                .withColumn(SOURCE, coalesce(Saisie.texte(col(SOURCE_TEXTE)), col(Technical.SOURCE)))
                .withColumn(
                        Technical.REGLES,
                        Regles.regles(
                                broken(
                                        "organisation_illisible",
                                        col(CODE_ORGANISATION).isNull()),
                                broken("dates_inversees", col(DATE_FIN).lt(col(DATE_DEBUT))),
                                broken("organisation_inconnue", Designations.inconnue(CODE_ORGANISATION)),
                                broken(
                                        "date_illisible",
                                        Saisie.illisible(col(du), col(DATE_DEBUT))
                                                .or(Saisie.illisible(col(au), col(DATE_FIN))))));
    }

    /**
     * Judges by more rules, then sets lines aside that say of a part of a period what another line says already.
     *
     * @param key what is said, without its dates
     */
    static Dataset<Row> juges(Dataset<Row> lus, TableContract table, List<String> key, Column... broken) {
        Column[] more = Arrays.copyOf(broken, broken.length);
        return sansChevauchements(
                lus.withColumn(Technical.REGLES, array_union(col(Technical.REGLES), Regles.regles(more))), table, key);
    }

    /** Ending and beginning on one day is no overlap. */
    private static Dataset<Row> sansChevauchements(Dataset<Row> lignes, TableContract table, List<String> key) {
        Column[] same = Stream.concat(key.stream(), Stream.of(REJETEE))
                .map(name -> col(name))
                .toArray(Column[]::new);
        WindowSpec order = Window.partitionBy(same)
                .orderBy(col(DEPUIS), col(Technical.RANG).desc(), col(Technical.FICHIER), col(Technical.LIGNE));
        Column before = max(coalesce(col(DATE_FIN), JAMAIS)).over(order.rowsBetween(Window.unboundedPreceding(), -1));
        Column again =
                col(DEPUIS).lt(before).or(col(DEPUIS).equalTo(lag(DEPUIS, 1).over(order)));
        return lignes.withColumn(REJETEE, Listes.estRejetee(table))
                .withColumn(DEPUIS, coalesce(col(DATE_DEBUT), TOUJOURS))
                .withColumn("_encore", again)
                .withColumn(
                        Technical.REGLES,
                        when(
                                        col("_encore").and(col(REJETEE).equalTo(false)),
                                        array_append(col(Technical.REGLES), lit("periode_en_double")))
                                .otherwise(col(Technical.REGLES)))
                .withColumn(Technical.REGLES, array_compact(col(Technical.REGLES)));
    }
}
