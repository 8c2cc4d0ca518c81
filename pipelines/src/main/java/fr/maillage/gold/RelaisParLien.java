package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.Acteurs;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Relays from member to member by quarter, those told by both ends counted once.
 *
 * <p>Both ends rarely agree: for each month and service the larger figure is kept, since an end forgets more easily
 * than it invents. The ends may name each other differently (SIRET, SIREN, FINESS): whoever the registry knows goes by
 * its FINESS number here.
 */
public final class RelaisParLien implements Transformation {

    @Override
    public TableContract target() {
        return Gold.RELAIS_PAR_LIEN;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> annuaire =
                Acteurs.annuaire(tables.read(Silver.ETABLISSEMENT), tables.read(Silver.ENTITE_JURIDIQUE));
        return apply(tables.read(Silver.RELAIS), annuaire);
    }

    static Dataset<Row> apply(Dataset<Row> relais, Dataset<Row> annuaire) {
        Dataset<Row> named =
                parFiness(parFiness(relais, CODE_ACTEUR_DONNEUR, annuaire), CODE_ACTEUR_RECEVEUR, annuaire);
        return mensuels(named)
                .groupBy(
                        col(CODE_ACTEUR_DONNEUR),
                        col(CODE_ACTEUR_RECEVEUR),
                        trunc(col(MOIS), "quarter").as(TRIMESTRE))
                .agg(
                        sum(NB_RELAIS).as(NB_RELAIS),
                        sum(NB_RELAIS_ACCEPTES).as(NB_RELAIS_ACCEPTES),
                        sum(NB_RELAIS_SERVICE).as(NB_RELAIS_SERVICE),
                        sum(NB_RELAIS_EVALUES).as(NB_RELAIS_EVALUES),
                        count(when(col("_ends").equalTo(2), 1)).as(NB_RELAIS_DECLARES_DEUX_FOIS));
    }

    /** One row per giver, receiver, month and service, whichever end told it. */
    private static Dataset<Row> mensuels(Dataset<Row> relais) {
        return parBout(relais)
                .groupBy(CODE_ACTEUR_DONNEUR, CODE_ACTEUR_RECEVEUR, MOIS, SERVICE)
                .agg(
                        max(NB_RELAIS).as(NB_RELAIS),
                        max(NB_RELAIS_ACCEPTES).as(NB_RELAIS_ACCEPTES),
                        max(NB_RELAIS_SERVICE).as(NB_RELAIS_SERVICE),
                        max(NB_RELAIS_EVALUES).as(NB_RELAIS_EVALUES),
                        count(lit(1)).as("_ends"));
    }

    /** An end that named the other in two ways has two lines, which add up. */
    private static Dataset<Row> parBout(Dataset<Row> relais) {
        return relais.groupBy(CODE_ACTEUR_DONNEUR, CODE_ACTEUR_RECEVEUR, MOIS, SERVICE, DECLARANT)
                .agg(
                        sum(NB_RELAIS).as(NB_RELAIS),
                        sum(NB_RELAIS_ACCEPTES).as(NB_RELAIS_ACCEPTES),
                        sum(NB_RELAIS_SERVICE).as(NB_RELAIS_SERVICE),
                        sum(NB_RELAIS_EVALUES).as(NB_RELAIS_EVALUES));
    }

    private static Dataset<Row> parFiness(Dataset<Row> relais, String actor, Dataset<Row> annuaire) {
        Dataset<Row> numbers = annuaire.select(
                col(CODE_ACTEUR).as("_actor"),
                concat(lit("finess:"), coalesce(col(NUMERO_FINESS_ET), col(NUMERO_FINESS_EJ)))
                        .as("_finess"));
        Column known = relais.col(actor).equalTo(numbers.col("_actor"));
        return relais.join(numbers, known, "left")
                .withColumn(actor, coalesce(col("_finess"), col(actor)))
                .drop("_actor", "_finess");
    }
}
