package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Millesimes;
import fr.maillage.silver.territoire.Passages;
import fr.maillage.silver.territoire.Releves;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Where the communes of every vintage are found in the cadre's geography.
 *
 * <p>The movements are those of the newest file: each republishes, and corrects, the whole history. Movements that no
 * loaded file tells leave the commune without a successor, which is not the same as a guess.
 */
public final class CommuneSuccesseur implements Transformation {

    private static final int MOST_MOVEMENTS = 100_000;
    private static final String CIBLES = "_cibles";

    @Override
    public TableContract target() {
        return Silver.COMMUNE_SUCCESSEUR;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> communes = tables.read(Silver.COMMUNE);
        Dataset<Row> releves = Releves.of(communes, tables.read(Silver.POPULATION), tables.read(Silver.EPCI_COMMUNE));
        Passages passages = Passages.of(tables.list(movements(tables.read(Bronze.INSEE_MOUVEMENT)), MOST_MOVEMENTS));
        return apply(releves, Millesimes.newest(communes, tables.value(Parametres.GEOGRAPHIE)), passages);
    }

    /** Dated movements between communes in the strict sense, of the newest file. */
    static Dataset<Row> movements(Dataset<Row> lignes) {
        Dataset<Row> newest = lignes.agg(max(Technical.MILLESIME).as(Technical.MILLESIME));
        return lignes.join(broadcast(newest), Technical.MILLESIME)
                .where(col(TYPECOM_AV).equalTo("COM").and(col(TYPECOM_AP).equalTo("COM")))
                .where(col(DATE_EFF).try_cast("date").isNotNull())
                .select(DATE_EFF, COM_AV, COM_AP)
                .distinct();
    }

    static Dataset<Row> apply(Dataset<Row> releves, Dataset<Row> cadre, Passages passages) {
        Dataset<Row> cibles = cadre.select(col(CODE_COMMUNE).as(CODE_COMMUNE_CIBLE));
        Dataset<Row> annee = cadre.agg(max(MILLESIME).as(MILLESIME_CIBLE));
        Column nature = when(size(col(CIBLES)).gt(1), "scission")
                .when(col(CODE_COMMUNE).equalTo(col(CODE_COMMUNE_CIBLE)), "identique")
                .otherwise("fusion_ou_code");
        return releves.crossJoin(broadcast(annee))
                .withColumn(CIBLES, between(passages).apply(col(CODE_COMMUNE), col(MILLESIME), col(MILLESIME_CIBLE)))
                .withColumn(CODE_COMMUNE_CIBLE, explode(col(CIBLES)))
                .withColumn(NATURE_PASSAGE, nature)
                .join(broadcast(cibles), CODE_COMMUNE_CIBLE)
                .drop(CIBLES);
    }

    private static UserDefinedFunction between(Passages passages) {
        UDF3<String, Long, Long, String[]> between = (commune, year, target) ->
                passages.between(commune, year.intValue(), target.intValue()).toArray(String[]::new);
        // Called non-deterministic so that Spark asks it once for each row, not once for each use of its answer.
        return udf(between, DataTypes.createArrayType(DataTypes.StringType)).asNondeterministic();
    }
}
