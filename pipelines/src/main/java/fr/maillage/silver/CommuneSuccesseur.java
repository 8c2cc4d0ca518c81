package fr.maillage.silver;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.udf;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.passage.Passages;
import fr.maillage.silver.territoire.Millesimes;
import fr.maillage.warehouse.Shared;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Where every code of every day is found in the cadre's geography: the passage to that one vintage. */
public final class CommuneSuccesseur implements Transformation {

    private static final int MOST_PORTIONS = 1_000_000;
    private static final String PASSAGE = "_passage";
    private static final StructType PASSAGES = new StructType()
            .add(CODE_COMMUNE_CIBLE, DataTypes.StringType)
            .add(NATURE_PASSAGE, DataTypes.StringType)
            .add(PART, DataTypes.DoubleType)
            .add(PART_BASSE, DataTypes.DoubleType)
            .add(PART_HAUTE, DataTypes.DoubleType)
            .add(NATURE_PART, DataTypes.StringType);

    @Override
    public TableContract target() {
        return Silver.COMMUNE_SUCCESSEUR;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> portions = tables.read(Silver.PASSAGE_COMMUNE);
        return apply(
                portions.where(col(LU_DU).isNotNull())
                        .select(CODE_COMMUNE, LU_DU, LU_AU)
                        .distinct(),
                Millesimes.newest(tables.read(Silver.COMMUNE), tables.value(Parametres.GEOGRAPHIE)),
                Passages.of(tables.list(portions, MOST_PORTIONS)));
    }

    static Dataset<Row> apply(Dataset<Row> lectures, Dataset<Row> cadre, Passages passages) {
        Dataset<Row> cibles = cadre.select(col(CODE_COMMUNE).as(CODE_COMMUNE_CIBLE));
        Dataset<Row> annee = cadre.agg(max(MILLESIME).as(MILLESIME_CIBLE));
        return lectures.crossJoin(broadcast(annee))
                .withColumn(
                        PASSAGE, explode(toward(passages).apply(col(CODE_COMMUNE), col(LU_DU), col(MILLESIME_CIBLE))))
                .select(col(CODE_COMMUNE), col(LU_DU), col(LU_AU), col(MILLESIME_CIBLE), col(PASSAGE + ".*"))
                .join(broadcast(cibles), CODE_COMMUNE_CIBLE);
    }

    private static UserDefinedFunction toward(Passages passages) {
        Broadcast<Passages> shared = Shared.of(passages);
        UDF3<String, Date, Long, Row[]> toward = (code, day, target) -> target == null
                ? new Row[0]
                : shared.value().between(code, day.toLocalDate(), LocalDate.of(target.intValue(), 1, 1)).stream()
                        .map(one -> RowFactory.create(
                                one.vers(), one.nature(), one.part(), one.basse(), one.haute(), one.natureDePart()))
                        .toArray(Row[]::new);
        // Called non-deterministic so that Spark asks it once for each row, not once for each use of its answer.
        return udf(toward, DataTypes.createArrayType(PASSAGES)).asNondeterministic();
    }
}
