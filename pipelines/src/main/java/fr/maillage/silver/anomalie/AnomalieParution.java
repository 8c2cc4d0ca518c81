package fr.maillage.silver.anomalie;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Registre;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * How many open establishments each release leaves known, against the former release of the same system and scope.
 *
 * <p>A release that was cut short, or that lost a category, shows here before anybody counts on it. Counts are taken from
 * the versions: what was open on the day of a release, as known on that day.
 */
public final class AnomalieParution implements Transformation {

    private static final String PORTEE_ENTIERE = "_portee_entiere";
    private static final String JOUR = "_jour";
    private static final String SENS = "_sens";

    /** What makes a count stand out. */
    record Bornes(long ecartMin, double part, double z) {}

    @Override
    public TableContract target() {
        return Silver.ANOMALIE_PARUTION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                tables.read(Silver.ETABLISSEMENT_VERSION),
                tables.read(Silver.PARUTION),
                new Bornes(
                        tables.value(Parametres.PARUTION_ECART_MIN),
                        tables.value(Parametres.PARUTION_ECART_PART),
                        tables.value(Parametres.PARUTION_ECART_Z)));
    }

    static Dataset<Row> apply(Dataset<Row> versions, Dataset<Row> parutions, Bornes bornes) {
        Dataset<Row> releases = releases(parutions);
        return comptes(mouvements(versions), releases)
                .withColumn(ECART_COMPTAGE, col(NB_ETABLISSEMENTS).minus(col(NB_ETABLISSEMENTS_PRECEDENT)))
                .where(col(ECART_COMPTAGE).notEqual(0))
                .select(
                        col(SYSTEME),
                        col(DATE_PARUTION),
                        col(CLE_COMPTAGE),
                        col(DATE_PARUTION_PRECEDENTE),
                        col(PORTEE),
                        partOfKey(0).as(CODE_DEPARTEMENT),
                        partOfKey(1).as(CODE_CATEGORIE),
                        col(NB_ETABLISSEMENTS),
                        col(NB_ETABLISSEMENTS_PRECEDENT),
                        col(ECART_COMPTAGE),
                        round(try_divide(col(ECART_COMPTAGE), col(NB_ETABLISSEMENTS_PRECEDENT)), 4)
                                .as(TAUX_ECART),
                        anormal(bornes).as(EST_ANORMALE));
    }

    /** Releases that something can be missing from, each with the former one of its system and scope. */
    private static Dataset<Row> releases(Dataset<Row> parutions) {
        Column portee = concat_ws("/", col(PORTEE), col(DEPARTEMENTS), col(TRANCHES));
        return parutions
                .where(col(OBJET).equalTo(Registre.ETABLISSEMENT))
                .where(not(col(EST_RETIREE)).and(col(PORTEE).notEqual("echantillon")))
                .withColumn(PORTEE_ENTIERE, portee)
                .withColumn(
                        DATE_PARUTION_PRECEDENTE,
                        lag(col(DATE_PARUTION), 1)
                                .over(Window.partitionBy(SYSTEME, PORTEE_ENTIERE)
                                        .orderBy(DATE_PARUTION)))
                .where(col(DATE_PARUTION_PRECEDENTE).isNotNull())
                .select(SYSTEME, DATE_PARUTION, DATE_PARUTION_PRECEDENTE, PORTEE, DEPARTEMENTS);
    }

    /** One more on the day an establishment is open and known, one less on the day it no longer is. */
    private static Dataset<Row> mouvements(Dataset<Row> versions) {
        Column debut = greatest(col(VALIDE_DU), col(CONNU_DU), coalesce(col(DATE_OUVERTURE), col(VALIDE_DU)));
        Column fin = least(col(VALIDE_AU), col(CONNU_AU), coalesce(col(DATE_FERMETURE), col(VALIDE_AU)));
        Column departement =
                coalesce(Departement.ofCommune(col(CODE_COMMUNE_PUBLIE)), Departement.ofNumero(col(NUMERO_FINESS_ET)));
        Column days = array(struct(debut.as(JOUR), lit(1L).as(SENS)), struct(fin.as(JOUR), lit(-1L).as(SENS)));
        return versions.where(debut.lt(fin).and(Dossiers.actif()))
                .select(departement.as(CODE_DEPARTEMENT), col(CODE_CATEGORIE), inline(days))
                .groupBy(CODE_DEPARTEMENT, CODE_CATEGORIE, JOUR)
                .agg(sum(SENS).as(SENS));
    }

    /** Counts on the day of each release and of its former one, in its scope: all, by département, by category, by both. */
    private static Dataset<Row> comptes(Dataset<Row> mouvements, Dataset<Row> releases) {
        Column dedans = col(PORTEE)
                .notEqual("departements")
                .or(exists(split(col(DEPARTEMENTS), " "), code -> Departement.ofFiness(code)
                        .equalTo(col(CODE_DEPARTEMENT))));
        Column cles = array(
                lit("*/*"),
                concat(col(CODE_DEPARTEMENT), lit("/*")),
                concat(lit("*/"), col(CODE_CATEGORIE)),
                concat(col(CODE_DEPARTEMENT), lit("/"), col(CODE_CATEGORIE)));
        return mouvements
                .join(broadcast(releases), col(JOUR).leq(col(DATE_PARUTION)).and(dedans))
                .withColumn(CLE_COMPTAGE, explode(cles))
                .groupBy(SYSTEME, DATE_PARUTION, DATE_PARUTION_PRECEDENTE, PORTEE, CLE_COMPTAGE)
                .agg(
                        sum(SENS).as(NB_ETABLISSEMENTS),
                        sum(when(col(JOUR).leq(col(DATE_PARUTION_PRECEDENTE)), col(SENS))
                                        .otherwise(0L))
                                .as(NB_ETABLISSEMENTS_PRECEDENT));
    }

    private static Column partOfKey(int at) {
        return nullif(element_at(split(col(CLE_COMPTAGE), "/"), at + 1), lit("*"));
    }

    /** Large in number, and either in share or against the chance of counts as great as the former one. */
    private static Column anormal(Bornes bornes) {
        Column size = abs(col(ECART_COMPTAGE));
        Column former = col(NB_ETABLISSEMENTS_PRECEDENT);
        return size.geq(bornes.ecartMin())
                .and(size.geq(former.multiply(bornes.part()))
                        .or(size.geq(sqrt(former).multiply(bornes.z()))));
    }
}
