package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The table that the ANAP guide of 2011 prints, from {@code codes/reference_anap_2011}. */
public final class ReferenceAnap2011 implements Transformation {

    private static final String LIGNE = "_imprimee";

    @Override
    public TableContract target() {
        return Gold.REFERENCE_ANAP_2011;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Silver.CATEGORIE), CodeList.read("reference_anap_2011"));
    }

    /** The list does not depend on the nomenclature, which is only a table to stand on. */
    static Dataset<Row> apply(Dataset<Row> categories, CodeList list) {
        Column lignes = array(list.rows().stream().map(ReferenceAnap2011::ligne).toArray(Column[]::new));
        return categories.agg(max(lit(1))).select(explode(lignes).as(LIGNE)).select(col(LIGNE + ".*"));
    }

    private static Column ligne(Map<String, String> row) {
        return struct(
                lit(row.get("code")).as(CODE_CATEGORIE),
                lit(row.get("libelle")).as(LIBELLE),
                lit(row.get("agregat_3")).as(CODE_AGREGAT_3),
                lit(row.get("agregat_2")).as(CODE_AGREGAT_2),
                lit(Long.valueOf(row.get("nb_etablissements"))).as(NB_ETABLISSEMENTS),
                lit(Long.valueOf(row.get("part_imprimee"))).as(PART_IMPRIMEE),
                lit(row.get("financement")).as(FINANCEMENT_2011),
                lit(row.get("provenance")).as(PROVENANCE_FINANCEMENT),
                lit(row.get("raison")).as(RAISON_FINANCEMENT),
                lit(row.get("source")).as(SOURCE));
    }
}
