package fr.maillage.silver;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Description;
import fr.maillage.silver.finess.Nomenclatures;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every nomenclature of FINESS, each from its newest file: codes, labels, validity and groups. */
public final class Nomenclature implements Transformation {

    @Override
    public TableContract target() {
        return Silver.NOMENCLATURE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                tables.read(Bronze.FINESS_NOMENCLATURE),
                tables.read(Bronze.FINESS_CS1500106),
                tables.read(Bronze.FINESS_CS1500107));
    }

    static Dataset<Row> apply(Dataset<Row> codes, Dataset<Row> categories, Dataset<Row> statuts) {
        Dataset<Row> all = codes.unionByName(
                        categories.withColumn(NOMENCLATURE, lit("nomenclcategorieETavecagr")), true)
                .unionByName(statuts.withColumn(NOMENCLATURE, lit("nomenclstatutavecagr")), true);

        List<Column> columns = new ArrayList<>(List.of(Nomenclatures.columns(CODE, NOMENCLATURE, DOMAINE, PORTEE)));
        columns.add(col(Technical.REGLES));
        return Nomenclatures.ranked(all.withColumn(NOMENCLATURE, name()))
                .withColumn(PORTEE, coalesce(col(STRUCTURE), col(INDNATREG)))
                .withColumn(
                        Technical.REGLES,
                        regles(
                                broken("code_en_double", col(Nomenclatures.RANG).gt(1)),
                                broken("date_illisible", col(Description.DATE_ILLISIBLE))))
                .select(columns.toArray(Column[]::new));
    }

    /** The name of the element without what all of them have. */
    private static Column name() {
        return lower(regexp_replace(col(NOMENCLATURE), "^nomencl|avecagr$", ""));
    }
}
