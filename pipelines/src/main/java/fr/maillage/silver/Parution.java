package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.Saisie;
import fr.maillage.silver.finess.Registre;
import fr.maillage.silver.finess.Systeme;
import fr.maillage.warehouse.ByRelease;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The releases of FINESS and their scope.
 *
 * <p>A release that names entities of nearly all départements, and many, is the whole register; else it is taken for a
 * sample, because taking a sample for the register would close what it does not name. FHIR files hold the register in
 * the order of its numbers: each is told whole from its first number to its last, whatever files are missing beside it.
 */
public final class Parution implements ByRelease {

    private static final String NUMERO = "_numero";
    private static final String PAR_TRANCHES = "_par_tranches";
    private static final String NB_DEPARTEMENTS = "_nb_departements";

    @Override
    public TableContract target() {
        return Silver.PARUTION;
    }

    @Override
    public List<TableContract> releases() {
        return Registre.tables();
    }

    @Override
    public String releaseColumn() {
        return DATE_PARUTION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        long departements = tables.value(Parametres.PARUTION_NATIONALE_DEPARTEMENTS);
        long entites = tables.value(Parametres.PARUTION_NATIONALE_ENTITES);
        long tranche = tables.value(Parametres.PARUTION_TRANCHE_ENTITES);
        Column nationale =
                col(NB_DEPARTEMENTS).geq(departements).and(col(NB_ENTITES).geq(entites));
        Dataset<Row> numeros = Registre.ALL.stream()
                .map(registre -> numeros(registre, tables.read(registre.bronze())))
                .reduce(Dataset::union)
                .orElseThrow();
        Dataset<Row> deduites = deduites(numeros, nationale, tranche);
        return declarees(deduites, tables.read(Bronze.DECLARATION_PARUTION));
    }

    /** What a person said last of a release goes before what is deduced. */
    static Dataset<Row> declarees(Dataset<Row> deduites, Dataset<Row> declarations) {
        Column portee = nullif(lower(trim(col(PORTEE))), lit(""));
        Column dite = struct(
                when(portee.isin("nationale", "departements", "echantillon"), portee)
                        .as(PORTEE),
                upper(regexp_replace(trim(col(DEPARTEMENTS)), "[\\s,]+", " ")).as(DEPARTEMENTS),
                lower(trim(col(STATUT))).equalTo("retiree").as(EST_RETIREE));
        Dataset<Row> dites = declarations
                .groupBy(
                        lower(trim(col(SYSTEME))).as(SYSTEME),
                        Saisie.date(col(DATE_PARUTION_TEXTE)).as(DATE_PARUTION))
                .agg(max_by(dite, struct(col(LE), col(Technical.RANG), col(Technical.LIGNE)))
                        .as("_dite"));
        Column declaree = col("_dite." + PORTEE);
        return deduites.join(broadcast(dites), new String[] {SYSTEME, DATE_PARUTION}, "left")
                .withColumn(
                        PREUVE_PORTEE, when(declaree.isNotNull(), "declaree").otherwise(col(PREUVE_PORTEE)))
                .withColumn(PORTEE, coalesce(declaree, col(PORTEE)))
                .withColumn(DEPARTEMENTS, when(declaree.equalTo("departements"), col("_dite." + DEPARTEMENTS)))
                .withColumn(TRANCHES, when(col(PORTEE).equalTo("tranches"), col(TRANCHES)))
                .withColumn(EST_RETIREE, coalesce(col("_dite." + EST_RETIREE), lit(false)))
                .drop("_dite");
    }

    /** The numbers that the files of a register name. */
    static Dataset<Row> numeros(Registre registre, Dataset<Row> lignes) {
        return lignes.where(registre.retenues())
                .select(
                        lit(registre.objet()).as(OBJET),
                        Systeme.of(col(Technical.SOURCE)).as(SYSTEME),
                        col(Technical.MILLESIME).as(DATE_PARUTION),
                        col(Technical.FICHIER),
                        lit(registre.parTranches()).as(PAR_TRANCHES),
                        registre.numero().as(NUMERO))
                .where(col(NUMERO).isNotNull());
    }

    /** The scope of each release, told from the numbers its files name. */
    static Dataset<Row> deduites(Dataset<Row> numeros, Column nationale, long tranche) {
        String[] parution = {OBJET, SYSTEME, DATE_PARUTION};
        // Of registers that come in stretches alone: to find the first and last number, rows are sorted.
        Dataset<Row> fichiers = numeros.where(PAR_TRANCHES)
                .groupBy(OBJET, SYSTEME, DATE_PARUTION, Technical.FICHIER)
                .agg(
                        count_distinct(col(NUMERO)).as("_nb"),
                        concat_ws("-", min(NUMERO), max(NUMERO)).as("_tranche"))
                .groupBy(OBJET, SYSTEME, DATE_PARUTION)
                .agg(collect_list(when(col("_nb").geq(tranche), col("_tranche")))
                        .as("_tranches"));
        Column tranches = col(PAR_TRANCHES).and(size(col("_tranches")).gt(0));

        return numeros.groupBy(OBJET, SYSTEME, DATE_PARUTION, NUMERO)
                .agg(max(PAR_TRANCHES).as(PAR_TRANCHES))
                .groupBy(
                        col(OBJET),
                        col(SYSTEME),
                        col(DATE_PARUTION),
                        substring(col(NUMERO), 1, 2).as("_departement"))
                .agg(max(PAR_TRANCHES).as(PAR_TRANCHES), count(lit(1)).as("_nb_entites"))
                .groupBy(OBJET, SYSTEME, DATE_PARUTION)
                .agg(
                        max(PAR_TRANCHES).as(PAR_TRANCHES),
                        sum("_nb_entites").as(NB_ENTITES),
                        count(lit(1)).as(NB_DEPARTEMENTS))
                .join(fichiers, parution, "left")
                .select(
                        col(SYSTEME),
                        col(OBJET),
                        col(DATE_PARUTION),
                        when(tranches, "tranches")
                                .when(not(col(PAR_TRANCHES)).and(nationale), "nationale")
                                .otherwise("echantillon")
                                .as(PORTEE),
                        lit(null).cast("string").as(DEPARTEMENTS),
                        when(tranches, array_join(array_sort(col("_tranches")), " "))
                                .as(TRANCHES),
                        Systeme.nommeLesFermes(col(SYSTEME)).as(FERMES_INCLUS),
                        lit(false).as(EST_RETIREE),
                        col(NB_ENTITES),
                        lit("deduite").as(PREUVE_PORTEE));
    }
}
