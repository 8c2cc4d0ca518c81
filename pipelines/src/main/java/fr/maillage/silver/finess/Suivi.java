package fr.maillage.silver.finess;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The history of what establishments have: equipment, activities, agreements, known by several columns together.
 *
 * <p>All such tables are made alike: a line without its whole key changes no history, one that repeats a key of its file
 * is set aside, and of two files of one release the XML flow goes before the etalab file.
 */
public final class Suivi {

    private static final String CLE = "_cle";

    private Suivi() {}

    /**
     * The versions in the columns of the contract.
     *
     * @param lines in the columns of {@link Description}
     * @param keys the columns that together say what a line is about
     */
    public static Dataset<Row> versions(Dataset<Row> lines, TableContract contract, List<String> keys) {
        return histoire(lines, contract, keys).select(Histoire.columns(contract));
    }

    /** The state of the cadre alone, in the columns of a contract without periods. */
    public static Dataset<Row> etat(Dataset<Row> lines, TableContract contract, List<String> keys, Tables tables) {
        return Etat.of(histoire(lines, contract, keys), tables).select(Histoire.columns(contract));
    }

    private static Dataset<Row> histoire(Dataset<Row> lines, TableContract contract, List<String> keys) {
        Column[] parts = keys.stream().map(functions::col).toArray(Column[]::new);
        Column known = keys.stream()
                .map(key -> col(key).isNotNull())
                .reduce(Column::and)
                .orElseThrow();
        Column fromEtalab = not(col(Technical.SOURCE).startsWith("finess-cs"));
        Dataset<Row> keyed = lines.withColumn(CLE, when(known, concat_ws("|", parts)));

        return Histoire.versions(Histoire.releases(keyed, CLE, known, fromEtalab), contract, CLE)
                .withColumn(
                        Technical.REGLES,
                        regles(
                                broken("ligne_en_double", col(Histoire.EN_DOUBLE)),
                                broken("date_illisible", col(Description.DATE_ILLISIBLE)),
                                broken("nombre_illisible", col(Description.NOMBRE_ILLISIBLE))));
    }
}
