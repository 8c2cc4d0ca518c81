package fr.maillage.silver.finess;

import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Digest;
import fr.maillage.warehouse.Technical;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Sets aside, before a history is made of many releases, the lines that only repeat what the release before and the
 * release after say of the same entity.
 *
 * <p>They change no history, and of sixty monthly releases they are nearly all: only fingerprints of them are compared,
 * and the lines that stay say until when they were repeated ({@link Description#DITE_JUSQU}). A line goes when the three
 * releases follow each other with no other between them, are each of one system, and tell the entity in sound lines, once
 * in each file and in the same words in all files. Whatever is less simple stays.
 */
public final class Repetitions {

    private static final String NUMERO = "_numero";
    private static final String RANG_PARUTION = "_rang_parution";
    private static final String SIGNATURE = "_signature";
    private static final String REPETEE = "_repetee";
    private static final String SUIVIE = "_suivie";
    private static final String GARDEES = "_gardees";
    private static final String TABLE = "_table";
    private static final String MOTS = "_mots";
    private static final String SAINE = "_saine";
    private static final String ORIGINE = "_origine";

    /**
     * Lines of one bronze table.
     *
     * @param numero FINESS number of the entity a line tells of; a line without one stays
     * @param saine whether a line can stand for its entity
     * @param champs what a line says
     */
    public record Lignes(Dataset<Row> rows, Column numero, Column saine, List<String> champs) {

        /** Every field of a bronze table. */
        public static Lignes of(TableContract bronze, Dataset<Row> rows, String numero, Column saine) {
            List<String> champs = Stream.concat(bronze.columns().stream(), Stream.of(Technical.SOURCE))
                    .toList();
            return new Lignes(rows, Textes.texte(numero), saine, champs);
        }
    }

    private Repetitions() {}

    /**
     * The same tables without lines that are repeated in all of them.
     *
     * @param parutions all releases that may tell of the entities
     */
    public static List<Dataset<Row>> sans(Parutions parutions, Lignes... tables) {
        List<Dataset<Row>> empreintes = new ArrayList<>();
        for (int i = 0; i < tables.length; i++) {
            empreintes.add(empreintes(tables[i], i));
        }
        Dataset<Row> gardees =
                gardees(signees(empreintes.stream().reduce(Dataset::union).orElseThrow(), tables.length, parutions));
        return Arrays.stream(tables).map(table -> gardees(table, gardees)).toList();
    }

    private static Dataset<Row> empreintes(Lignes lignes, int table) {
        return lignes.rows()
                .select(
                        lignes.numero().as(NUMERO),
                        col(Technical.MILLESIME),
                        lit(table).as(TABLE),
                        Digest.number(lignes.champs()).as(MOTS),
                        coalesce(lignes.saine(), lit(false)).as(SAINE),
                        xxhash64(col(Technical.FICHIER)).as(ORIGINE))
                .where(col(NUMERO).isNotNull());
    }

    /** One row per entity and release: what all tables say, as one number; null where it is not simple. */
    private static Dataset<Row> signees(Dataset<Row> empreintes, int tables, Parutions parutions) {
        List<Column> measures = new ArrayList<>();
        List<String> mots = new ArrayList<>();
        Column simple = col(SAINE);
        for (int i = 0; i < tables; i++) {
            Column own = col(TABLE).equalTo(i);
            measures.add(count(when(own, 1)).as("n" + i));
            for (String measured : List.of(MOTS, ORIGINE)) {
                measures.add(min(when(own, col(measured))).as("min" + measured + i));
                measures.add(max(when(own, col(measured))).as("max" + measured + i));
            }
            mots.add("min" + MOTS + i);
            simple = simple.and(simple(i));
        }
        return empreintes
                .groupBy(NUMERO, Technical.MILLESIME)
                .agg(min(SAINE).as(SAINE), measures.toArray(Column[]::new))
                .select(
                        col(NUMERO),
                        col(Technical.MILLESIME),
                        parutions.rang(col(Technical.MILLESIME)).as(RANG_PARUTION),
                        when(simple, Digest.number(mots)).as(SIGNATURE));
    }

    /** Not at all, once, or once in each of two files in the same words. */
    private static Column simple(int table) {
        BinaryOperator<String> edge = (which, what) -> which + what + table;
        Column count = col("n" + table);
        Column twoFiles = col(edge.apply("min", ORIGINE)).notEqual(col(edge.apply("max", ORIGINE)));
        Column sameWords = col(edge.apply("min", MOTS)).equalTo(col(edge.apply("max", MOTS)));
        return count.leq(1).or(count.equalTo(2).and(twoFiles).and(sameWords));
    }

    /** One row per entity: the releases whose lines stay, each with the last one that repeats it without a gap. */
    private static Dataset<Row> gardees(Dataset<Row> signees) {
        WindowSpec inTime = Window.partitionBy(NUMERO).orderBy(Technical.MILLESIME);
        return signees.withColumn(REPETEE, coalesce(same(inTime, -1).and(same(inTime, 1)), lit(false)))
                .withColumn(SUIVIE, lead(col(REPETEE), 1).over(inTime))
                .where(not(col(REPETEE)))
                .withColumn(
                        Description.DITE_JUSQU,
                        when(col(SUIVIE), lead(col(Technical.MILLESIME), 1).over(inTime))
                                .otherwise(col(Technical.MILLESIME)))
                .groupBy(NUMERO)
                .agg(collect_list(struct(
                                col(Technical.MILLESIME).as("jour"),
                                col(Description.DITE_JUSQU).as("jusqu")))
                        .as(GARDEES));
    }

    private static Column same(WindowSpec inTime, int step) {
        Column signature = lag(col(SIGNATURE), -step).over(inTime);
        Column rang = lag(col(RANG_PARUTION), -step).over(inTime);
        return signature
                .equalTo(col(SIGNATURE))
                .and(rang.equalTo(col(RANG_PARUTION).plus(step)));
    }

    /** Entities are a few hundred thousand at most, so that their days fit where millions of lines are read. */
    private static Dataset<Row> gardees(Lignes lignes, Dataset<Row> gardees) {
        Column garde =
                functions.filter(col(GARDEES), jours -> jours.getField("jour").equalTo(col(Technical.MILLESIME)));
        return lignes.rows()
                .withColumn("_de", lignes.numero())
                .join(broadcast(gardees), col("_de").equalTo(col(NUMERO)), "left")
                .where(col(NUMERO).isNull().or(functions.size(garde).gt(0)))
                .withColumn(
                        Description.DITE_JUSQU,
                        coalesce(try_element_at(garde, lit(1)).getField("jusqu"), col(Technical.MILLESIME)))
                .drop("_de", NUMERO, GARDEES);
    }
}
