package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.quality.Regles;
import fr.maillage.schemas.Field;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Digest;
import fr.maillage.warehouse.Technical;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Versions with two times, made of what dated releases tell.
 *
 * <p>A release is true and known from its date on. One that repeats the last fingerprint makes no version. One that
 * differs, or that misses an entity it should have named, closes what was known before: the earlier state is told twice,
 * once as it was believed (true without end, known until that release) and once as it is known since (true until then).
 * Fields that make no version hold what was told last while the version lasted. Where an event explains a version
 * ({@link Faits}), it is true from the day of the event on, and known from the release on, as ever.
 *
 * <p>{@link #whole} makes the history of all releases at once, {@link #next} adds one that is newer than all others;
 * nothing depends on the order in which files came, nor on which of the two ways is taken.
 */
public final class Histoire {

    /** Whether a line repeats a number that stands higher in its file. */
    public static final String EN_DOUBLE = Choix.EN_DOUBLE;

    /** The rules a row that was made earlier is known to break; null for a row that is made now. */
    static final String REGLES_CONNUES = "_regles_connues";

    /** Day since which a version is true. */
    private static final String VRAI = "_vrai_du";

    private static final String FAIT = "struct<jour:date,code:string,numero:string>";

    static final Column TOUJOURS = lit("9999-12-31").cast("date");

    private final TableContract contract;
    private final List<String> keys;
    private final List<Systeme> systemes;
    private final Parutions parutions;
    private final Heritage heritage;
    private final Map<String, Column> defauts = new LinkedHashMap<>();
    private Faits faits;

    /**
     * @param keys what identifies an entity; the first is the FINESS number that says where it belongs
     * @param systemes all that tell of such entities
     */
    public Histoire(TableContract contract, List<String> keys, List<Systeme> systemes, Parutions parutions) {
        this.contract = contract;
        this.keys = List.copyOf(keys);
        this.systemes = List.copyOf(systemes);
        this.parutions = parutions;
        this.heritage = new Heritage(contract, systemes);
    }

    /** What stands in a field that nobody has told yet. */
    public Histoire withDefault(String field, Column value) {
        defauts.put(field, value);
        return this;
    }

    /** Whose versions events may date. */
    public Histoire datedBy(Faits events) {
        this.faits = events;
        return this;
    }

    /**
     * The versions that all releases make, in the columns of the contract; lines apart come out once, as they are.
     *
     * @param lines what files tell, in the columns of {@link Description}
     * @param sound whether a line can stand for its entity; one that cannot is passed on and changes no history
     * @param preference of several files of one release, which comes first
     */
    public Dataset<Row> whole(Dataset<Row> lines, Column sound, Column... preference) {
        WindowSpec entity = Window.partitionBy(Choix.columns(keys));
        WindowSpec inTime = Window.partitionBy(Choix.with(Choix.columns(keys), col(Choix.A_PART)))
                .orderBy(Technical.MILLESIME);
        WindowSpec untilNow = inTime.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        WindowSpec always = inTime.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());

        Dataset<Row> chosen = Choix.chosen(
                Choix.lines(parutions.maintenues(lines), keys, sound).withColumns(vues(entity)), keys, preference);
        Dataset<Row> told = described(heritage.over(chosen, untilNow));
        Column apart = col(Choix.A_PART);
        Column changed = lag(col(EMPREINTE), 1)
                .over(inTime)
                .eqNullSafe(col(EMPREINTE))
                .and(lag(col("_absence"), 1).over(inTime).isNull());

        Dataset<Row> begun = told.withColumn(
                        "_absence",
                        when(
                                not(apart),
                                absence(
                                        max(Description.DITE_JUSQU).over(untilNow),
                                        lead(col(Technical.MILLESIME), 1).over(inTime))))
                .withColumn("_change", not(changed))
                .withColumn(MOTIF, motif(inTime))
                .withColumn("_dites", struct(Choix.columns(unremembered())))
                .withColumn("_dites_avant", lag(col("_dites"), 1).over(inTime))
                .withColumn("_dites_fin", last(col("_dites")).over(always))
                // Only the last line of a version can miss its entity: after an absence there is another version.
                .withColumn("_absence_avant", lag(col("_absence"), 1).over(inTime))
                .withColumn("_absence_fin", last(col("_absence")).over(always))
                .where(apart.or(col("_change")));
        return dated(begun, inTime)
                .withColumn(
                        "_fin",
                        when(
                                not(apart),
                                least(
                                        lead(col(Technical.MILLESIME), 1).over(inTime),
                                        coalesce(lead(col("_absence_avant"), 1).over(inTime), col("_absence_fin")))))
                .withColumn(
                        "_dites",
                        when(apart, col("_dites"))
                                .otherwise(coalesce(lead(col("_dites_avant"), 1).over(inTime), col("_dites_fin"))))
                .withColumns(restored())
                .withColumn(SOURCES, sources(col("_fin")))
                .withColumn("_fin_vraie", finVraie(inTime))
                .withColumn(
                        "_temps", explode(temps(col(VRAI), col("_fin_vraie"), col(Technical.MILLESIME), col("_fin"))))
                .withColumn(SOURCE, col(Technical.SOURCE))
                .withColumn(REGLES_CONNUES, lit(null).cast("array<string>"))
                .select(col("*"), col("_temps.*"));
    }

    /**
     * The open versions after one more release, those it closes, and its lines apart.
     *
     * @param state the open versions before, with their technical columns
     */
    public Dataset<Row> next(Dataset<Row> state, Dataset<Row> lines, Column sound, Column... preference) {
        return new Suite(keys, parutions, this).apply(state, lines, sound, preference);
    }

    /** The rules a version breaks: those it is known to break when it was made earlier. */
    public static Column regles(Column... broken) {
        return coalesce(col(REGLES_CONNUES), Regles.regles(broken));
    }

    /** The columns of the contract, where the row comes from and the rules it breaks. */
    public static Column[] columns(TableContract contract) {
        List<String> columns = new ArrayList<>(contract.columns());
        columns.addAll(List.of(Technical.FICHIER, Technical.LIGNE, Technical.REGLES));
        return Choix.columns(columns);
    }

    /** Fills the defaults and adds the fingerprint of what makes a version. */
    Dataset<Row> described(Dataset<Row> rows) {
        Map<String, Column> filled = new LinkedHashMap<>();
        defauts.forEach((field, value) -> filled.put(field, coalesce(col(field), value)));
        Dataset<Row> complete = filled.isEmpty() ? rows : rows.withColumns(filled);
        return complete.withColumn(EMPREINTE, Digest.of(remembered()));
    }

    Heritage heritage() {
        return heritage;
    }

    /** Names of the systems, in the order of {@link Parutions#absence}. */
    List<String> systemNames() {
        return systemes.stream().map(Systeme::nom).toList();
    }

    /** The fields whose change makes a version. */
    List<String> remembered() {
        return fields(true);
    }

    /** The other fields. */
    List<String> unremembered() {
        return fields(false);
    }

    private List<String> fields(boolean historique) {
        return Description.described(contract).stream()
                .filter(field -> field.historique() == historique)
                .map(Field::name)
                .filter(name -> !keys.contains(name))
                .toList();
    }

    private Map<String, Column> restored() {
        Map<String, Column> restored = new LinkedHashMap<>();
        unremembered().forEach(field -> restored.put(field, col("_dites." + field)));
        return restored;
    }

    /** By system, the first day it told of the entity; and the days on which it was named in vain. */
    private Map<String, Column> vues(WindowSpec entity) {
        Map<String, Column> vues = new LinkedHashMap<>();
        Column[] days = systemes.stream()
                .map(systeme -> min(when(
                                not(col(Choix.A_PART))
                                        .and(col(Description.SYSTEME).equalTo(systeme.nom())),
                                col(Technical.MILLESIME)))
                        .over(entity))
                .toArray(Column[]::new);
        vues.put("_vues", array(days));
        vues.put(
                "_muettes",
                collect_set(when(col(Choix.A_PART).and(not(col(EN_DOUBLE))), col(Technical.MILLESIME)))
                        .over(entity));
        return vues;
    }

    private Column absence(Column jusque, Column suivante) {
        return parutions.absence(
                systemNames(),
                col(keys.get(0)),
                jusque,
                suivante,
                col("_vues"),
                col("_muettes"),
                ferme(functions::col));
    }

    /** Whether the entity is known as closed. */
    Column ferme(java.util.function.Function<String, Column> column) {
        return contract.find(DATE_FERMETURE).isPresent()
                ? column.apply(DATE_FERMETURE).isNotNull()
                : lit(false);
    }

    private Column motif(WindowSpec inTime) {
        return when(col(Choix.A_PART), lit(null))
                .when(lag(col(EMPREINTE), 1).over(inTime).isNull(), Motif.PREMIERE)
                .when(lag(col("_absence"), 1).over(inTime).isNotNull(), Motif.RETOUR)
                .when(exists(col("_vues"), vue -> vue.equalTo(col(Technical.MILLESIME))), Motif.SOURCE)
                .otherwise(Motif.CHANGEMENT);
    }

    /** The systems that told of the entity before the version ended. */
    private Column sources(Column fin) {
        List<Column> told = new ArrayList<>();
        for (int i = 0; i < systemes.size(); i++) {
            told.add(when(
                    element_at(col("_vues"), i + 1).lt(coalesce(fin, TOUJOURS)),
                    systemes.get(i).nom()));
        }
        Column all = array_join(array_sort(array_compact(array(told.toArray(Column[]::new)))), " ");
        return when(not(col(Choix.A_PART)), all);
    }

    /** Adds the event that explains each version, and the day since which it is true. */
    private Dataset<Row> dated(Dataset<Row> versions, WindowSpec inTime) {
        if (!isDated()) {
            return versions.withColumn(VRAI, col(Technical.MILLESIME));
        }
        if (faits == null) {
            return versions.withColumns(parution(lit(null).cast(FAIT)));
        }
        Map<String, Column> avant = new LinkedHashMap<>();
        avant.put("_avant_debut", lag(col(Technical.MILLESIME), 1).over(inTime));
        for (String field : contract.columns()) {
            if (field.equals(DATE_FERMETURE) || field.equals(faits.gestionnaire())) {
                avant.put("_avant_" + field, lag(col(field), 1).over(inTime));
            }
        }
        Column fait = faits.explique(
                field -> "_avant_" + field,
                col("_avant_debut"),
                col("_absence_avant").isNull());
        return versions.withColumns(avant)
                .withColumn("_fait", when(not(col(Choix.A_PART)), fait))
                .withColumns(parution(col("_fait")));
    }

    /** Which release told a version, which event explains it, and since when it is true. */
    private static Map<String, Column> parution(Column fait) {
        Map<String, Column> parution = new LinkedHashMap<>();
        parution.put(DATE_PARUTION, col(Technical.MILLESIME));
        parution.put(CODE_EVENEMENT, fait.getField("code"));
        parution.put(IDENTIFIANT_EVENEMENT, fait.getField("numero"));
        parution.put(VRAI, coalesce(fait.getField("jour"), col(Technical.MILLESIME)));
        return parution;
    }

    /** A version that the next one ends was true until that one is; one that is missed, until the release that misses it. */
    private static Column finVraie(WindowSpec inTime) {
        Column next = lead(col(Technical.MILLESIME), 1).over(inTime);
        return when(col("_fin").equalTo(next), lead(col(VRAI), 1).over(inTime)).otherwise(col("_fin"));
    }

    /** The event that explains a version laid over a history; null where events date nothing. */
    Column fait(java.util.function.UnaryOperator<String> known, Column debutAvant, Column suit) {
        return faits == null ? lit(null).cast(FAIT) : faits.explique(known, debutAvant, suit);
    }

    /** Whether the contract says which release told a version and which event explains it. */
    boolean isDated() {
        return contract.find(DATE_PARUTION).isPresent();
    }

    /** As it was believed until another was told, and as it is known since. */
    private static Column temps(Column vrai, Column finVraie, Column du, Column fin) {
        Column cru = periodes(vrai, TOUJOURS, du, coalesce(fin, TOUJOURS));
        return when(fin.isNull(), array(cru)).otherwise(array(cru, periodes(vrai, finVraie, fin, TOUJOURS)));
    }

    /** True and known from a day on. */
    static Column temps(Column du) {
        return periodes(du, TOUJOURS, du, TOUJOURS);
    }

    private static Column periodes(Column valideDu, Column valideAu, Column connuDu, Column connuAu) {
        return struct(valideDu.as(VALIDE_DU), valideAu.as(VALIDE_AU), connuDu.as(CONNU_DU), connuAu.as(CONNU_AU));
    }
}
