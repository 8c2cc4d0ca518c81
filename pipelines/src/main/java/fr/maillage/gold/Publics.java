package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.try_element_at;

import fr.maillage.schemas.CodeList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whom establishments are for, by the groups of their category. */
public final class Publics {

    /** The public of a category. */
    public static final String PUBLIC = "_public";

    private Publics() {}

    /** The public of each category that has one, by its group of level 3, else of level 2: code_categorie and {@link #PUBLIC}. */
    public static Dataset<Row> parCategorie(Dataset<Row> categories) {
        List<Map<String, String>> rows = CodeList.read("public_par_agregat").rows();
        Column byGroup = map(rows.stream()
                .flatMap(row -> List.of(lit(row.get("code")), lit(row.get("public"))).stream())
                .toArray(Column[]::new));
        return categories.select(
                col(CODE_CATEGORIE),
                coalesce(try_element_at(byGroup, col(CODE_AGREGAT_3)), try_element_at(byGroup, col(CODE_AGREGAT_2)))
                        .as(PUBLIC));
    }
}
