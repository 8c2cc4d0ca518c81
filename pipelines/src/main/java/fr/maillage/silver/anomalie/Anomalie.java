package fr.maillage.silver.anomalie;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the rules of quality find wrong with entities: one table for all of them, each row with its evidence. */
public final class Anomalie implements Transformation {

    private static final String UNE = "_anomalie";

    @Override
    public TableContract target() {
        return Silver.ANOMALIE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Seuils seuils = Seuils.of(tables);
        Dataset<Row> dossiers = Dossiers.of(tables, seuils);
        Dataset<Row> etablissements = apply(
                dossiers.withColumn(TYPE_OBJET, lit("EG")).withColumn(NUMERO_FINESS, col(NUMERO_FINESS_ET)),
                ReglesEtablissement.all(seuils));
        Dataset<Row> entites = entites(tables.read(Silver.ENTITE_JURIDIQUE), tables.read(Silver.ETABLISSEMENT));
        return etablissements.unionByName(apply(entites, ReglesEntite.all()));
    }

    /** One row per broken rule; the rows have the fields of the rules and those of the contract that say where. */
    static Dataset<Row> apply(Dataset<Row> rows, List<Regle> regles) {
        Column[] anomalies = regles.stream().map(Regle::anomalie).toArray(Column[]::new);
        Column commune = coalesce(col(CODE_COMMUNE), col(CODE_COMMUNE_PUBLIE));
        return rows.withColumn(UNE, explode(array_compact(array(anomalies))))
                .select(
                        col(UNE + "." + REGLE),
                        col(UNE + "." + GRAVITE),
                        col(UNE + "." + CATEGORIE_CONTROLE),
                        col(UNE + "." + CONTEXTE_CONTROLE),
                        col(TYPE_OBJET),
                        col(NUMERO_FINESS),
                        col(NOM),
                        col(UNE + "." + CHAMP),
                        col(UNE + "." + VALEUR_PUBLIEE),
                        col(UNE + "." + PREUVE),
                        coalesce(Departement.ofCommune(commune), Departement.ofNumero(col(NUMERO_FINESS)))
                                .as(CODE_DEPARTEMENT),
                        col(LONGITUDE),
                        col(LATITUDE),
                        col(SOURCE),
                        col(CONNU_DU));
    }

    /** The legal entities that a release describes, with the number of their establishments; null for none. */
    private static Dataset<Row> entites(Dataset<Row> entites, Dataset<Row> etablissements) {
        Dataset<Row> gerees =
                etablissements.groupBy(NUMERO_FINESS_EJ).agg(count(lit(1)).as(ReglesEntite.NB_ETABLISSEMENTS_CONNUS));
        return entites.where(col(CONNUE_PAR).equalTo("registre"))
                .join(gerees, new String[] {NUMERO_FINESS_EJ}, "left")
                .withColumn(TYPE_OBJET, lit("PM"))
                .withColumn(NUMERO_FINESS, col(NUMERO_FINESS_EJ))
                .withColumn(
                        Dossiers.OUVERT,
                        coalesce(col(DATE_FERMETURE).gt(col(CONNU_DU)), lit(true))
                                .and(Dossiers.actif()))
                .withColumn(CODE_COMMUNE, lit(null).cast("string"))
                .withColumn(LONGITUDE, lit(null).cast("double"))
                .withColumn(LATITUDE, lit(null).cast("double"));
    }
}
