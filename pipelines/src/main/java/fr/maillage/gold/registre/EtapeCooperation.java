package fr.maillage.gold.registre;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.Rubriques;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Legal form, maturity, stage and level of a cooperation in turn, with the months each lasted. */
public final class EtapeCooperation implements Transformation {

    @Override
    public TableContract target() {
        return Gold.ETAPE_COOPERATION;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Silver.FAIT_COOPERATION);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> faits = tables.read(Silver.FAIT_COOPERATION);
        Dataset<Row> jour = Jour.of(tables.read(Silver.COOPERATION), tables.value(Parametres.ETAT));
        return apply(faits, jour);
    }

    /** Facts under headings that are histories; one that starts after the day has not come yet. */
    static Dataset<Row> apply(Dataset<Row> faits, Dataset<Row> jour) {
        Column next = lead(DATE_DEBUT, 1)
                .over(Window.partitionBy(col(CODE_COOPERATION), col(RUBRIQUE), col(CODE_ACTEUR), dated())
                        .orderBy(col(DATE_DEBUT), col(CODE_VALEUR)));
        Column end = least(col(JOUR_NOTATION), coalesce(col(DATE_FIN), col(JOUR_NOTATION)));
        return faits.where(Rubriques.historique().and(col(CODE_VALEUR).isNotNull()))
                .crossJoin(broadcast(jour))
                .where(coalesce(col(DATE_DEBUT).leq(col(JOUR_NOTATION)), lit(true)))
                .withColumn(DATE_FIN, coalesce(col(DATE_FIN), date_sub(next, 1)))
                .select(
                        col(CODE_FAIT),
                        col(CODE_COOPERATION),
                        col(RUBRIQUE),
                        col(CODE_VALEUR),
                        Libelles.valeur(col(RUBRIQUE), col(CODE_VALEUR), false).as(LIBELLE_VALEUR),
                        col(CODE_ACTEUR),
                        col(DATE_DEBUT),
                        col(DATE_FIN),
                        floor(months_between(date_add(end, 1), col(DATE_DEBUT)))
                                .cast("long")
                                .as(NB_MOIS),
                        Jour.enVigueur().as(EST_EN_COURS));
    }

    private static Column dated() {
        return col(DATE_DEBUT).isNotNull();
    }
}
