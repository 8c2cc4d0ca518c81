package fr.maillage.gold;

import static fr.maillage.schemas.Columns.CODE_AGREGAT_1;
import static fr.maillage.schemas.Columns.CODE_AGREGAT_2;
import static fr.maillage.schemas.Columns.CODE_AGREGAT_3;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Parametres;
import fr.maillage.warehouse.Tables;
import java.util.Arrays;
import org.apache.spark.sql.Column;

/**
 * Which establishments an indicator counts: all of them, or those of the medico-social scope of the ANAP guide (F-01).
 *
 * @param retenu group of level 1 the scope starts from
 * @param exclus groups of level 2 left out of it
 * @param maintenus groups of level 3 that stay in all the same
 */
public record Perimetre(String retenu, String[] exclus, String[] maintenus) {

    /** Every establishment. */
    public static final String TOUS = "tous";

    /** Medico-social establishments. */
    public static final String ESMS = "esms";

    /** The scope as the parameters of the cadre say it. */
    public static Perimetre of(Tables tables) {
        return new Perimetre(
                tables.value(Parametres.ESMS_AGREGAT_RETENU).strip(),
                codes(tables.value(Parametres.ESMS_AGREGATS_EXCLUS)),
                codes(tables.value(Parametres.ESMS_AGREGATS_MAINTENUS)));
    }

    /** The categories that the guide leaves out of its own rule, as the parameter of the cadre says. */
    static String[] categoriesExclues(Tables tables) {
        return codes(tables.value(Parametres.ESMS_CATEGORIES_EXCLUES));
    }

    /** The scopes a row with the groups of its category belongs to. */
    public Column perimetres() {
        return when(esms(), array(lit(TOUS), lit(ESMS))).otherwise(array(lit(TOUS)));
    }

    /** Whether the category is medico-social; false when its groups are unknown. */
    public Column esms() {
        Column kept = col(CODE_AGREGAT_2).isin((Object[]) exclus).equalTo(false);
        Column maintained = col(CODE_AGREGAT_3).isin((Object[]) maintenus);
        return coalesce(
                col(CODE_AGREGAT_1)
                        .equalTo(retenu)
                        .and(coalesce(maintained, lit(false)).or(kept)),
                lit(false));
    }

    private static String[] codes(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toArray(String[]::new);
    }
}
