package fr.maillage.silver.perimetre;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Niveaux;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which drawn zones hold the position of each establishment, so that it counts there and not by a share. */
public final class EtablissementZone implements Transformation {

    private static final String DESSINEE = "_dessinee";
    private static final String ZONES = "_zones";

    @Override
    public TableContract target() {
        return Silver.ETABLISSEMENT_ZONE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                tables.read(Silver.ETABLISSEMENT),
                Compositions.formes(tables.read(Silver.TERRITOIRE_DECLARE)),
                new Grille(tables.value(Parametres.HEXAGONES_KM)));
    }

    /** What {@code zones_de_la_position} calls a zone. */
    public static Column nom(Column niveau, Column code) {
        return concat(niveau, lit("|"), code);
    }

    static String nom(String niveau, String code) {
        return niveau + "|" + code;
    }

    static Dataset<Row> apply(Dataset<Row> etablissements, Dataset<Row> formes, Grille grille) {
        Dataset<Row> places = etablissements
                .where(col(LONGITUDE).isNotNull().and(col(LATITUDE).isNotNull()))
                .select(NUMERO_FINESS_ET, CODE_COMMUNE, LONGITUDE, LATITUDE);
        Dataset<Row> any =
                formes.agg(count(lit(1)).gt(0).or(lit(grille.km() > 0)).as(DESSINEE));
        Column zones = coalesce(col(ZONES), array().cast("array<string>"));
        Column cell = array_compact(array(grille.at(col(CODE_COMMUNE), col(LONGITUDE), col(LATITUDE))));
        return places.crossJoin(broadcast(any))
                .where(col(DESSINEE))
                .join(dansLesFormes(places, formes), new String[] {NUMERO_FINESS_ET}, "left")
                .select(col(NUMERO_FINESS_ET), concat(zones, cell).as(ZONES_DE_LA_POSITION));
    }

    private static Dataset<Row> dansLesFormes(Dataset<Row> places, Dataset<Row> formes) {
        Dataset<Row> boxed = formes.withColumn(ContoursRetenus.BOITE, FormesDeclarees.BOITE.apply(col(GEOMETRIE)));
        Column box = col(ContoursRetenus.BOITE);
        return places.join(
                        broadcast(boxed),
                        col(LONGITUDE)
                                .between(box.getField("ouest"), box.getField("est"))
                                .and(col(LATITUDE).between(box.getField("sud"), box.getField("nord"))))
                .where(FormesDeclarees.COUVRE.apply(col(GEOMETRIE), col(LONGITUDE), col(LATITUDE)))
                .groupBy(NUMERO_FINESS_ET)
                .agg(array_sort(collect_list(nom(lit(Niveaux.TERRITOIRE_DECLARE), col(CODE_ZONE))))
                        .as(ZONES));
    }
}
