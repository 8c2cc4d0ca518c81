package fr.maillage.silver.age;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The legal population of every commune and year by age: as its census tells, else as its département does.
 *
 * <p>Of what a département leaves when its known communes are taken out, the others have the same shares.
 */
public final class PopulationAge implements Transformation {

    static final String CONNU = "_connu";
    static final String DEPARTEMENT = "_departement";
    static final String PARTS = "_parts";
    static final String RESTE = "_reste";

    private static final String AGES = "_ages";
    private static final String BANDES = "_bandes";
    private static final String CHOISIE = "_choisie";
    private static final String GRILLE = "_grille";
    private static final String LIGNE = "_ligne_age";
    private static final String RECENSEE = "_recensee";

    @Override
    public TableContract target() {
        return Silver.POPULATION_AGE;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Silver.STRUCTURE_AGE);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Silver.POPULATION), tables.read(Silver.STRUCTURE_AGE), Tranches.of(tables));
    }

    static Dataset<Row> apply(Dataset<Row> populations, Dataset<Row> structures, Tranches tranches) {
        Dataset<Row> legales = populations.select(
                col(CODE_COMMUNE), col(MILLESIME), col(ANNEE), col(POPULATION_MUNICIPALE), departement());
        Dataset<Row> departements = departements(legales, structures, tranches);
        Dataset<Row> connus = connus(legales, structures, departements, tranches);
        Dataset<Row> restes =
                Ecarts.of(legales, departements, connus, tranches.elementaires().size());
        Dataset<Row> communes = legales.join(
                        connus.select(CODE_COMMUNE, ANNEE, CONNU, SOURCE_STRUCTURE),
                        new String[] {CODE_COMMUNE, ANNEE},
                        "left")
                .join(broadcast(restes), new String[] {DEPARTEMENT, ANNEE}, "left");
        return lignes(communes, tranches);
    }

    /** The communes whose census tells their ages. Single ages of their département go no farther: they are many. */
    private static Dataset<Row> connus(
            Dataset<Row> legales, Dataset<Row> structures, Dataset<Row> departements, Tranches tranches) {
        Column recenses = FonctionsAge.recenses(tranches)
                .apply(col(POPULATION_MUNICIPALE), col(RECENSEE).getField(BANDES), col(GRILLE));
        return legales.join(recensees(structures), new String[] {CODE_COMMUNE, ANNEE})
                .join(broadcast(departements), new String[] {DEPARTEMENT, ANNEE}, "left")
                .select(
                        col(CODE_COMMUNE),
                        col(ANNEE),
                        col(DEPARTEMENT),
                        col(POPULATION_MUNICIPALE),
                        col(PARTS),
                        recenses.as(CONNU),
                        col(RECENSEE).getField(SOURCE_STRUCTURE).as(SOURCE_STRUCTURE))
                .where(col(CONNU).isNotNull());
    }

    /** INSEE codes begin with that of the département: three characters overseas. */
    private static Column departement() {
        return when(col(CODE_COMMUNE).startsWith("97"), substring(col(CODE_COMMUNE), 1, 3))
                .otherwise(substring(col(CODE_COMMUNE), 1, 2))
                .as(DEPARTEMENT);
    }

    /** The structure of each département in the year nearest to that of a legal population, the earlier of two. */
    private static Dataset<Row> departements(Dataset<Row> legales, Dataset<Row> structures, Tranches tranches) {
        Dataset<Row> known = bandes(structures, "departement")
                .select(
                        col(CODE_TERRITOIRE).as(DEPARTEMENT),
                        col(ANNEE).as(ANNEE_STRUCTURE),
                        FonctionsAge.grille().apply(col(BANDES)).as(GRILLE))
                .where(col(GRILLE).isNotNull());
        Column distance = struct(abs(col(ANNEE).minus(col(ANNEE_STRUCTURE))), col(ANNEE_STRUCTURE));
        return legales.select(DEPARTEMENT, ANNEE)
                .distinct()
                .join(known, DEPARTEMENT)
                .groupBy(DEPARTEMENT, ANNEE)
                .agg(min_by(struct(ANNEE_STRUCTURE, GRILLE), distance).as(CHOISIE))
                .select(col(DEPARTEMENT), col(ANNEE), col(CHOISIE + ".*"))
                .withColumn(PARTS, FonctionsAge.parts(tranches.elementaires()).apply(col(GRILLE)));
    }

    /** Of each commune and year the source with most bands. */
    private static Dataset<Row> recensees(Dataset<Row> structures) {
        return bandes(structures, "commune")
                .withColumnRenamed(CODE_TERRITOIRE, CODE_COMMUNE)
                .groupBy(CODE_COMMUNE, ANNEE)
                .agg(max_by(struct(SOURCE_STRUCTURE, BANDES), struct(size(col(BANDES)), col(SOURCE_STRUCTURE)))
                        .as(RECENSEE));
    }

    private static Dataset<Row> bandes(Dataset<Row> structures, String niveau) {
        return structures
                .where(col(NIVEAU).equalTo(niveau))
                .groupBy(CODE_TERRITOIRE, ANNEE, SOURCE_STRUCTURE)
                .agg(collect_list(struct(SEXE, AGE_MIN, AGE_MAX, EFFECTIF_PUBLIE))
                        .as(BANDES));
    }

    private static Dataset<Row> lignes(Dataset<Row> communes, Tranches tranches) {
        Column estimes = FonctionsAge.estimes().apply(col(POPULATION_MUNICIPALE), col(RESTE), col(Ecarts.ECARTS));
        Column connu = col(CONNU).isNotNull();
        return communes.withColumn(AGES, coalesce(col(CONNU), estimes))
                .where(col(AGES).isNotNull())
                .withColumn(LIGNE, explode(bandes(tranches.elementaires())))
                .select(
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        col(ANNEE),
                        col(LIGNE + ".*"),
                        when(connu, "recensement")
                                .otherwise("estimation_departement")
                                .as(METHODE_AGE),
                        when(connu, "tranches_publiees")
                                .otherwise(col(ORIGINE_MARGE))
                                .as(ORIGINE_MARGE),
                        when(connu, col(ANNEE)).otherwise(col(ANNEE_STRUCTURE)).as(ANNEE_STRUCTURE),
                        when(connu, col(SOURCE_STRUCTURE))
                                .otherwise(StructureAge.DEPARTEMENTS)
                                .as(SOURCE_STRUCTURE));
    }

    private static Column bandes(List<Tranche> elementaires) {
        return array(IntStream.range(0, elementaires.size())
                .mapToObj(i -> bande(elementaires.get(i), i + 1))
                .toArray(Column[]::new));
    }

    private static Column bande(Tranche tranche, int at) {
        Column hommes = element_at(col(AGES).getField(FonctionsAge.HOMMES), lit(at));
        Column femmes = element_at(col(AGES).getField(FonctionsAge.FEMMES), lit(at));
        return struct(
                lit(tranche.toString()).as(TRANCHE_AGE),
                lit((long) tranche.debut()).as(AGE_MIN),
                lit(tranche.fin() == null ? null : tranche.fin().longValue())
                        .cast("bigint")
                        .as(AGE_MAX),
                hommes.plus(femmes).as(NB_PERSONNES_AGE),
                hommes.as(NB_HOMMES),
                femmes.as(NB_FEMMES),
                element_at(col(AGES).getField(FonctionsAge.BAS), lit(at)).as(BORNE_BASSE),
                element_at(col(AGES).getField(FonctionsAge.HAUT), lit(at)).as(BORNE_HAUTE));
    }

    /** The sum of each place of an array of people. */
    static Column sommes(String people, int width) {
        return array(IntStream.rangeClosed(1, width)
                .mapToObj(i -> sum(element_at(col(CONNU).getField(people), lit(i))))
                .toArray(Column[]::new));
    }
}
