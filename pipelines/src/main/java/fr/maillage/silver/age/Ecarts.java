package fr.maillage.silver.age;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.age.PopulationAge.CONNU;
import static fr.maillage.silver.age.PopulationAge.DEPARTEMENT;
import static fr.maillage.silver.age.PopulationAge.PARTS;
import static fr.maillage.silver.age.PopulationAge.RESTE;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.stddev_samp;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the known communes of a département leave to the others, and how far communes are from each other.
 *
 * <p>The spread is that of the known communes of the département, of those of the country where it has too few, of
 * départements where none is known.
 */
final class Ecarts {

    /** Root mean square, over communes, of the share of each elementary band less that of the département. */
    static final String ECARTS = "_ecarts";

    /** Fewer communes show no spread. */
    private static final int ASSEZ = 10;

    private static final String CONNUES = "_connues";
    private static final String CONNUS = "_connus";
    private static final String DU_DEPARTEMENT = "_du_departement";
    private static final String DU_PAYS = "_du_pays";
    private static final String ENTRE = "_entre";
    private static final String TOTAL = "_total";

    private Ecarts() {}

    /** One row per département and year. */
    static Dataset<Row> of(Dataset<Row> legales, Dataset<Row> departements, Dataset<Row> connus, int bandes) {
        String[] key = {DEPARTEMENT, ANNEE};
        Dataset<Row> connues = connus.where(col(POPULATION_MUNICIPALE).gt(0));
        Dataset<Row> parDepartement = connues.groupBy(DEPARTEMENT, ANNEE)
                .agg(
                        concat(
                                        PopulationAge.sommes(FonctionsAge.HOMMES, bandes),
                                        PopulationAge.sommes(FonctionsAge.FEMMES, bandes))
                                .as(CONNUS),
                        each(bandes, i -> sqrt(avg(pow(ecart(i, bandes), 2)))).as(DU_DEPARTEMENT),
                        count(lit(1)).as(CONNUES));
        Dataset<Row> parPays = connues.groupBy(ANNEE)
                .agg(
                        each(bandes, i -> sqrt(avg(pow(ecart(i, bandes), 2)))).as(DU_PAYS),
                        count(lit(1)).as("_du_pays_connues"));
        Dataset<Row> entre = departements
                .groupBy(ANNEE)
                .agg(
                        each(bandes, i -> stddev_samp(part(i, bandes))).as(ENTRE),
                        count(lit(1)).as("_departements"));
        Column enough = col(CONNUES).geq(ASSEZ);
        Column enoughInCountry = col("_du_pays_connues").geq(ASSEZ);
        Column several = col("_departements").gt(1);
        return departements
                .join(
                        legales.groupBy(DEPARTEMENT, ANNEE)
                                .agg(sum(POPULATION_MUNICIPALE).as(TOTAL)),
                        key)
                .join(broadcast(parDepartement), key, "left")
                .join(broadcast(parPays), new String[] {ANNEE}, "left")
                .join(broadcast(entre), new String[] {ANNEE}, "left")
                .select(
                        col(DEPARTEMENT),
                        col(ANNEE),
                        col(ANNEE_STRUCTURE),
                        FonctionsAge.reste()
                                .apply(col(PARTS), col(TOTAL), col(CONNUS))
                                .as(RESTE),
                        when(enough, col(DU_DEPARTEMENT))
                                .when(enoughInCountry, col(DU_PAYS))
                                .when(several, col(ENTRE))
                                .as(ECARTS),
                        when(enough, "communes_du_departement")
                                .when(enoughInCountry, "communes_du_pays")
                                .when(several, "departements")
                                .as(ORIGINE_MARGE));
    }

    /** The share of a band in a known commune less that in its département. */
    private static Column ecart(int bande, int bandes) {
        Column people = element_at(col(CONNU).getField(FonctionsAge.HOMMES), lit(bande))
                .plus(element_at(col(CONNU).getField(FonctionsAge.FEMMES), lit(bande)));
        return people.divide(col(POPULATION_MUNICIPALE)).minus(part(bande, bandes));
    }

    private static Column part(int bande, int bandes) {
        return element_at(col(PARTS), lit(bande)).plus(element_at(col(PARTS), lit(bande + bandes)));
    }

    private static Column each(int bandes, IntFunction<Column> one) {
        return array(IntStream.rangeClosed(1, bandes).mapToObj(one).toArray(Column[]::new));
    }
}
