package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.warehouse.Technical;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * One more release laid over a history: what it confirms goes on, what it contradicts or misses is closed, what it
 * tells is opened.
 */
final class Suite {

    private static final String KNOWN = "p_";
    private static final String SORT = "_sort";
    private static final String FIN = "_fin";
    private static final String SYSTEMES = "_systemes";
    private static final String NOMMEE = "_nommee";
    private static final String FAIT = "_fait";

    // What becomes of a version: goes on untouched, is confirmed, is closed (as it was believed, as it is known), is
    // new.
    private static final String TELLE = "telle";
    private static final String CONFIRMEE = "confirmee";
    private static final String CLOSE = "close";
    private static final String PASSEE = "passee";
    private static final String NEUVE = "neuve";

    private final List<String> keys;
    private final Parutions parutions;
    private final Histoire histoire;

    Suite(List<String> keys, Parutions parutions, Histoire histoire) {
        this.keys = keys;
        this.parutions = parutions;
        this.histoire = histoire;
    }

    Dataset<Row> apply(Dataset<Row> state, Dataset<Row> lines, Column sound, Column... preference) {
        Column told = when(not(col(Choix.A_PART)), col(Description.SYSTEME));
        Dataset<Row> all = Choix.lines(parutions.maintenues(lines), keys, sound)
                .withColumn(SYSTEMES, array_sort(collect_set(told).over(Window.partitionBy(Choix.columns(keys)))));
        Dataset<Row> chosen = Choix.chosen(all, keys, preference);
        Dataset<Row> versions = known(state)
                .join(chosen.where(not(col(Choix.A_PART))), sameEntity(), "full_outer")
                .join(
                        nommees(all),
                        keys.stream()
                                .map(key -> col(KNOWN + key).equalTo(col("n_" + key)))
                                .reduce(Column::and)
                                .orElseThrow(),
                        "left");
        return sorted(histoire.described(histoire.heritage().from(versions, field -> KNOWN + field)))
                .unionByName(apart(chosen.where(col(Choix.A_PART))));
    }

    /** The versions known before, each column by another name; {@code p__derniere} says which is the last of its entity. */
    private Dataset<Row> known(Dataset<Row> state) {
        Column derniere = row_number()
                .over(Window.partitionBy(Choix.columns(keys))
                        .orderBy(col(VALIDE_DU).desc()))
                .equalTo(1);
        Dataset<Row> marked = state.withColumn("_derniere", derniere);
        Column[] renamed = List.of(marked.columns()).stream()
                .map(name -> col(name).as(KNOWN + name))
                .toArray(Column[]::new);
        return marked.select(renamed);
    }

    private Column sameEntity() {
        Column last = col(KNOWN + "_derniere");
        return keys.stream().map(key -> col(KNOWN + key).equalTo(col(key))).reduce(last, Column::and);
    }

    /** Entities that the release names in a line that could not be read. */
    private Dataset<Row> nommees(Dataset<Row> all) {
        List<Column> columns = new ArrayList<>();
        keys.forEach(key -> columns.add(col(key).as("n_" + key)));
        columns.add(lit(true).as(NOMMEE));
        return all.where(col(Choix.A_PART).and(not(col(Choix.EN_DOUBLE))).and(Choix.known(keys)))
                .select(columns.toArray(Column[]::new))
                .distinct();
    }

    private Dataset<Row> sorted(Dataset<Row> versions) {
        Column told = col(Technical.MILLESIME).isNotNull();
        Column current =
                coalesce(col(KNOWN + "_derniere").and(col(KNOWN + VALIDE_AU).equalTo(Histoire.TOUJOURS)), lit(false));
        Column same = col(EMPREINTE).equalTo(col(KNOWN + EMPREINTE));
        Column sorts = when(told.and(not(current)).and(col(KNOWN + "_derniere").isNull()), array(lit(NEUVE)))
                .when(told.and(not(current)), array(lit(TELLE), lit(NEUVE)))
                .when(told.and(same), array(lit(CONFIRMEE)))
                .when(told, array(lit(CLOSE), lit(PASSEE), lit(NEUVE)))
                .when(current.and(col(NOMMEE).isNull()).and(col(FIN).isNotNull()), array(lit(CLOSE), lit(PASSEE)))
                .otherwise(array(lit(TELLE)));
        return versions.withColumn(FIN, coalesce(col(Technical.MILLESIME), absence()))
                .withColumn(FAIT, when(told, histoire.fait(field -> KNOWN + field, debut(), current)))
                .withColumn(SORT, explode(sorts))
                .select(columns(values()));
    }

    /** Day of the release that told a known version. */
    private Column debut() {
        return histoire.isDated() ? col(KNOWN + DATE_PARUTION) : col(KNOWN + VALIDE_DU);
    }

    private Column absence() {
        Column[] vues = histoire.systemNames().stream()
                .map(nom -> when(array_contains(split(col(KNOWN + SOURCES), " "), nom), debut()))
                .toArray(Column[]::new);
        return parutions.absence(
                histoire.systemNames(),
                col(KNOWN + keys.get(0)),
                debut(),
                lit(null).cast("date"),
                array(vues),
                array().cast("array<date>"),
                histoire.ferme(name -> col(KNOWN + name)));
    }

    private Map<String, Column> values() {
        Map<String, Column> values = new LinkedHashMap<>();
        keys.forEach(key -> values.put(key, coalesce(col(KNOWN + key), col(key))));
        histoire.remembered().forEach(field -> values.put(field, told(field, is(NEUVE))));
        histoire.unremembered()
                .forEach(field -> values.put(field, told(field, is(NEUVE).or(is(CONFIRMEE)))));
        Column day = col(Technical.MILLESIME);
        Column vrai = coalesce(col(FAIT + ".jour"), day);
        values.put(VALIDE_DU, when(is(NEUVE), vrai).otherwise(col(KNOWN + VALIDE_DU)));
        values.put(
                VALIDE_AU,
                when(is(NEUVE), Histoire.TOUJOURS)
                        .when(is(PASSEE), coalesce(vrai, col(FIN)))
                        .otherwise(col(KNOWN + VALIDE_AU)));
        if (histoire.isDated()) {
            values.put(DATE_PARUTION, when(is(NEUVE), day).otherwise(col(KNOWN + DATE_PARUTION)));
            values.put(CODE_EVENEMENT, explained("code", CODE_EVENEMENT));
            values.put(IDENTIFIANT_EVENEMENT, explained("numero", IDENTIFIANT_EVENEMENT));
        }
        values.put(CONNU_DU, when(is(NEUVE), day).when(is(PASSEE), col(FIN)).otherwise(col(KNOWN + CONNU_DU)));
        values.put(CONNU_AU, when(is(CLOSE), col(FIN)).otherwise(Histoire.TOUJOURS));
        values.put(SOURCE, when(is(NEUVE), col(Technical.SOURCE)).otherwise(col(KNOWN + SOURCE)));
        values.put(SOURCES, when(is(NEUVE).or(is(CONFIRMEE)), sources()).otherwise(col(KNOWN + SOURCES)));
        values.put(MOTIF, when(is(NEUVE), motif()).otherwise(col(KNOWN + MOTIF)));
        values.put(EMPREINTE, told(EMPREINTE, is(NEUVE)));
        values.put(Technical.FICHIER, told(Technical.FICHIER, is(NEUVE)));
        values.put(Technical.LIGNE, told(Technical.LIGNE, is(NEUVE)));
        values.put(Histoire.REGLES_CONNUES, when(not(is(NEUVE)), col(KNOWN + Technical.REGLES)));
        values.put(Description.DATE_ILLISIBLE, is(NEUVE).and(col(Description.DATE_ILLISIBLE)));
        values.put(Description.NOMBRE_ILLISIBLE, is(NEUVE).and(col(Description.NOMBRE_ILLISIBLE)));
        values.put(Choix.EN_DOUBLE, lit(false));
        return values;
    }

    private static Column explained(String of, String field) {
        return when(is(NEUVE), col(FAIT + "." + of)).otherwise(col(KNOWN + field));
    }

    private static Column is(String sort) {
        return col(SORT).equalTo(sort);
    }

    private static Column told(String field, Column now) {
        return when(now, col(field)).otherwise(col(KNOWN + field));
    }

    private static Column sources() {
        Column before = coalesce(split(col(KNOWN + SOURCES), " "), array().cast("array<string>"));
        return array_join(array_sort(array_union(before, col(SYSTEMES))), " ");
    }

    private static Column motif() {
        Column before = split(col(KNOWN + SOURCES), " ");
        return when(col(KNOWN + VALIDE_DU).isNull(), Motif.PREMIERE)
                .when(col(KNOWN + VALIDE_AU).notEqual(Histoire.TOUJOURS), Motif.RETOUR)
                .when(size(array_except(col(SYSTEMES), before)).gt(0), Motif.SOURCE)
                .otherwise(Motif.CHANGEMENT);
    }

    /** Lines apart, as {@link Histoire#whole} gives them. */
    private Dataset<Row> apart(Dataset<Row> lines) {
        Dataset<Row> told = histoire.described(lines)
                .withColumn("_temps", Histoire.temps(col(Technical.MILLESIME)))
                .select(col("*"), col("_temps.*"));
        Dataset<Row> dated = !histoire.isDated()
                ? told
                : told.withColumn(DATE_PARUTION, col(Technical.MILLESIME))
                        .withColumn(CODE_EVENEMENT, lit(null).cast("string"))
                        .withColumn(IDENTIFIANT_EVENEMENT, lit(null).cast("string"));
        return dated.withColumn(SOURCE, col(Technical.SOURCE))
                .withColumn(SOURCES, lit(null).cast("string"))
                .withColumn(MOTIF, lit(null).cast("string"))
                .withColumn(Histoire.REGLES_CONNUES, lit(null).cast("array<string>"))
                .select(columns(apartValues()));
    }

    private Map<String, Column> apartValues() {
        Map<String, Column> values = new LinkedHashMap<>();
        values().keySet().forEach(name -> values.put(name, col(name)));
        return values;
    }

    private static Column[] columns(Map<String, Column> values) {
        return values.entrySet().stream()
                .map(value -> value.getValue().as(value.getKey()))
                .toArray(Column[]::new);
    }
}
