package fr.maillage.silver.finess;

import static fr.maillage.quality.Regles.broken;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The history of what establishments have: equipment, activities, agreements, known by several columns together.
 *
 * <p>All such tables are made alike: a line without its whole key changes no history, one that repeats a key of its file
 * is set aside, and of two files of one release the XML flow goes before the etalab file. A release that misses one
 * although it would have named its establishment closes it.
 *
 * @param keys the columns that together say what a line is about, the FINESS number first
 * @param objet what {@link Registre} calls such things
 * @param systemes what each generation of files tells
 */
public record Suivi(TableContract contract, List<String> keys, String objet, List<Systeme> systemes) {

    /**
     * The versions in the columns of the contract.
     *
     * @param lines in the columns of {@link Description}
     */
    public Dataset<Row> whole(Dataset<Row> lines, Tables tables) {
        return checked(histoire(tables).whole(lines, Choix.known(keys), fromEtalab()));
    }

    /** The open versions after one more release. */
    public Dataset<Row> next(Dataset<Row> state, Dataset<Row> lines, Tables release) {
        return checked(histoire(release).next(state, lines, Choix.known(keys), fromEtalab()));
    }

    /**
     * The state of the cadre alone, for a contract without periods.
     *
     * @param duFlux the fields that the XML flow alone has a place for
     */
    public static Dataset<Row> etat(
            Dataset<Row> lines, TableContract contract, List<String> keys, Tables tables, String... duFlux) {
        List<Systeme> systemes = Systeme.all(Set.copyOf(contract.columns()), duFlux);
        Suivi suivi = new Suivi(contract, keys, contract.name(), systemes);
        Dataset<Row> versions = suivi.histoire(tables).whole(lines, Choix.known(keys), fromEtalab());
        return suivi.checked(Etat.of(versions, tables));
    }

    private Histoire histoire(Tables tables) {
        return new Histoire(contract, keys, systemes, Parutions.of(tables, objet));
    }

    private static Column fromEtalab() {
        return col(Description.SYSTEME).equalTo(Systeme.ETALAB);
    }

    private Dataset<Row> checked(Dataset<Row> versions) {
        return versions.withColumn(
                        Technical.REGLES,
                        Histoire.regles(
                                broken("ligne_en_double", col(Histoire.EN_DOUBLE)),
                                broken("date_illisible", col(Description.DATE_ILLISIBLE)),
                                broken("nombre_illisible", col(Description.NOMBRE_ILLISIBLE))))
                .select(Histoire.columns(contract));
    }
}
