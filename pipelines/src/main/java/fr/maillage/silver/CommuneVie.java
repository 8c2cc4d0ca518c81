package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.udf;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.passage.Vies;
import fr.maillage.warehouse.Shared;
import fr.maillage.warehouse.SparkSchemas;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * The life of every commune since 1943.
 *
 * <p>The movements are those of the newest file: each republishes, and corrects, the whole history.
 */
public final class CommuneVie implements Transformation {

    private static final int MOST_MOVEMENTS = 200_000;
    private static final int MOST_DISTRICTS = 1_000;
    private static final String VIE = "_vie";

    @Override
    public TableContract target() {
        return Silver.COMMUNE_VIE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> communes = tables.read(Silver.COMMUNE)
                .groupBy(CODE_COMMUNE)
                .agg(max_by(col(LIBELLE), col(MILLESIME)).as(LIBELLE));
        Dataset<Row> districts = tables.read(Silver.COMMUNE_RATTACHEE)
                .where(col(TYPE_COMMUNE).equalTo("ARM"))
                .groupBy(CODE_COMMUNE_RATTACHEE)
                .agg(
                        max_by(col(CODE_COMMUNE), col(MILLESIME)).as(CODE_COMMUNE),
                        max_by(col(LIBELLE), col(MILLESIME)).as(LIBELLE));
        Dataset<Row> movements = movements(tables.read(Bronze.INSEE_MOUVEMENT));
        Map<String, Row[]> vies =
                Vies.of(tables.list(movements, MOST_MOVEMENTS), tables.list(districts, MOST_DISTRICTS));
        return apply(codes(movements, communes, districts), communes, vies);
    }

    /** Dated movements of the newest file. */
    static Dataset<Row> movements(Dataset<Row> lignes) {
        Dataset<Row> newest = lignes.agg(max(Technical.MILLESIME).as(Technical.MILLESIME));
        return lignes.join(broadcast(newest), Technical.MILLESIME)
                .where(col(DATE_EFF).try_cast("date").isNotNull())
                .where(col(MOD).isNotNull()
                        .and(col(TYPECOM_AP).isNotNull())
                        .and(col(COM_AP).isNotNull()))
                .select(MOD, DATE_EFF, TYPECOM_AV, COM_AV, LIBELLE_AV, TYPECOM_AP, COM_AP, LIBELLE_AP)
                .distinct();
    }

    static Dataset<Row> apply(Dataset<Row> codes, Dataset<Row> communes, Map<String, Row[]> vies) {
        Broadcast<Map<String, Row[]>> shared = Shared.of(vies);
        UDF2<String, String, Row[]> lives = (code, nom) ->
                shared.value().containsKey(code) ? shared.value().get(code) : Vies.unmovedRows(code, nom);
        UserDefinedFunction find = udf(lives, DataTypes.createArrayType(SparkSchemas.of(Silver.COMMUNE_VIE)));
        return codes.join(communes, new String[] {CODE_COMMUNE}, "left")
                .select(explode(find.apply(col(CODE_COMMUNE), col(LIBELLE))).as(VIE))
                .select(VIE + ".*");
    }

    /** Every code that is known as a commune or a part of one, or that a movement speaks of. */
    private static Dataset<Row> codes(Dataset<Row> movements, Dataset<Row> communes, Dataset<Row> districts) {
        CodeList others = CodeList.read("mouvement_hors_fichier");
        Column listed = array(Stream.of("com_av", "com_ap")
                .flatMap(column -> others.values(column).stream())
                .map(functions::lit)
                .toArray(Column[]::new));
        return communes.select(CODE_COMMUNE)
                .union(districts.select(CODE_COMMUNE_RATTACHEE))
                .union(movements.select(COM_AV).where(col(COM_AV).notEqual("")))
                .union(movements.select(COM_AP))
                .union(communes.agg(max(CODE_COMMUNE)).select(explode(listed)))
                .distinct();
    }
}
