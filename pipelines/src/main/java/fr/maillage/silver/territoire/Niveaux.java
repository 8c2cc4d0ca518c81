package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.DIVISION;
import static fr.maillage.schemas.Columns.NIVEAU;
import static fr.maillage.schemas.Columns.ORIGINE_DIVISION;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which levels are computed: the parameter {@code niveaux}.
 *
 * <p>The country, régions, départements and communes always are, as other tables stand on them. {@code declarees} stands
 * for every division that a person brought and for the perimeters of users, {@code toutes} for every division that is
 * loaded. A grid that is computed is a level: it has a parameter of its own.
 */
public final class Niveaux {

    /** Levels that are always there. */
    public static final Set<String> TOUJOURS = Set.of("national", "region", "departement", "commune");

    /** The division whose zones are the perimeters of users, which may overlap. */
    public static final String TERRITOIRE_DECLARE = "territoire_declare";

    /** What the names of grids begin with; their width in kilometres follows. */
    public static final String HEXAGONE = "hexagone_";

    private static final String DECLAREES = "declarees";
    private static final String TOUTES = "toutes";

    private final Set<String> voulus = new TreeSet<>(TOUJOURS);

    private Niveaux() {}

    /** From a list of names separated by commas. */
    public static Niveaux of(String list) {
        Niveaux niveaux = new Niveaux();
        Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(niveaux.voulus::add);
        return niveaux;
    }

    /** Whether a published division is computed. */
    public boolean wants(String division) {
        return voulus.contains(TOUTES) || voulus.contains(division);
    }

    /** The rows of the wanted levels, from rows with niveau. */
    public Dataset<Row> retenus(Dataset<Row> rattachement) {
        return rattachement.where(toutes().or(col(NIVEAU).isin(voulus.toArray())));
    }

    /** The rows of the wanted divisions, from silver/division. */
    public Dataset<Row> retenues(Dataset<Row> divisions) {
        Column brought =
                lit(voulus.contains(DECLAREES)).and(col(ORIGINE_DIVISION).isin("declaree", "territoire"));
        Column grid = col(ORIGINE_DIVISION).equalTo("calculee");
        return divisions.where(toutes().or(brought).or(grid).or(col(DIVISION).isin(voulus.toArray())));
    }

    private Column toutes() {
        return lit(voulus.contains(TOUTES));
    }
}
