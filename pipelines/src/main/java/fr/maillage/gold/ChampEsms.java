package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many categories and groups the medico-social scope has in each year, since those the ANAP guide counted in. */
public final class ChampEsms implements Transformation {

    private static final long PREMIERE_ANNEE = 2009L;

    @Override
    public TableContract target() {
        return Gold.CHAMP_ESMS;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Silver.CATEGORIE), Perimetre.of(tables), Perimetre.categoriesExclues(tables));
    }

    static Dataset<Row> apply(Dataset<Row> categories, Perimetre perimetre, String[] exclues) {
        Column jour = make_date(col(ANNEE).cast("int"), lit(12), lit(31));
        Column valable = col(DATE_DEBUT)
                .isNull()
                .or(col(DATE_DEBUT).leq(jour))
                .and(col(DATE_FIN).isNull().or(col(DATE_FIN).geq(jour)));
        Column comptee = not(col(CODE_CATEGORIE).isin((Object[]) exclues));
        return categories
                .where(perimetre.esms())
                .crossJoin(broadcast(annees(categories)))
                .where(valable)
                .groupBy(ANNEE)
                .agg(
                        count_distinct(col(CODE_CATEGORIE)).as(NB_CATEGORIES),
                        count_distinct(col(CODE_AGREGAT_3)).as(NB_AGREGATS_3),
                        count_distinct(when(comptee, col(CODE_CATEGORIE))).as(NB_CATEGORIES_HORS_EXCLUSIONS),
                        count_distinct(when(comptee, col(CODE_AGREGAT_3))).as(NB_AGREGATS_3_HORS_EXCLUSIONS));
    }

    private static Dataset<Row> annees(Dataset<Row> categories) {
        Column last = greatest(max(year(col(DATE_DEBUT))), max(year(col(DATE_FIN))), lit(PREMIERE_ANNEE));
        return categories
                .agg(last.cast("bigint").as(ANNEE))
                .select(explode(sequence(lit(PREMIERE_ANNEE), col(ANNEE))).as(ANNEE));
    }
}
