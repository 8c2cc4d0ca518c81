package fr.maillage.gold.registre;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The seven marks of the ANAP guide (L1332-1447), derived from facts, each with its sentence.
 *
 * <p>Where a source prints its own mark (fact {@code cotation_imprimee}), the two stand side by side.
 */
public final class NotationCooperation implements Transformation {

    private static final String IMPRIMEE = "_imprimee";
    private static final String REMARQUE = "_remarque";
    private static final String COTE = "_cote";

    @Override
    public TableContract target() {
        return Gold.NOTATION_COOPERATION;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Silver.FAIT_COOPERATION);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> cooperations = tables.read(Silver.COOPERATION);
        Dataset<Row> faits = tables.read(Silver.FAIT_COOPERATION);
        Dataset<Row> jour = Jour.of(cooperations, tables.value(Parametres.ETAT));
        Seuils seuils = Seuils.of(tables.value(Parametres.ANCIENNETE_SEUILS));
        return apply(Portrait.of(cooperations, faits, jour), faits, seuils);
    }

    static Dataset<Row> apply(Dataset<Row> portraits, Dataset<Row> faits, Seuils seuils) {
        Dataset<Row> cotes = portraits
                .withColumn(COTE, explode(Cotes.toutes(seuils)))
                .select(col(CODE_COOPERATION), col(NOM), col(JOUR_NOTATION), col(COTE + ".*"));
        return cotes.join(imprimees(faits), new String[] {CODE_COOPERATION, COLONNE_NOTATION}, "left")
                .select(
                        col(CODE_COOPERATION),
                        col(NOM),
                        col(COLONNE_NOTATION),
                        col(NOTE),
                        col(EXPLICATION),
                        col(EXPLICATION_EN),
                        col(IMPRIMEE).as(NOTE_IMPRIMEE),
                        when(col(IMPRIMEE).isNull(), null)
                                .when(col(NOTE).isNull(), "inconnue")
                                .when(col(NOTE).equalTo(col(IMPRIMEE)), "identique")
                                .otherwise("differe")
                                .as(ACCORD_NOTATION),
                        col(REMARQUE).as(REMARQUE_NOTATION),
                        col(JOUR_NOTATION));
    }

    private static Dataset<Row> imprimees(Dataset<Row> faits) {
        return faits.where(col(RUBRIQUE).isin("cotation_imprimee", "remarque_cotation"))
                .groupBy(col(CODE_COOPERATION), col(CODE_VALEUR).as(COLONNE_NOTATION))
                .agg(
                        max(when(col(RUBRIQUE).equalTo("cotation_imprimee"), col(TEXTE_FAIT)))
                                .as(IMPRIMEE),
                        concat_ws(
                                        " ",
                                        sort_array(collect_set(
                                                when(col(RUBRIQUE).equalTo("remarque_cotation"), col(TEXTE_FAIT)))))
                                .as(REMARQUE))
                .withColumn(REMARQUE, nullif(col(REMARQUE), lit("")));
    }
}
