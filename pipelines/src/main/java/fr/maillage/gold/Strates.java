package fr.maillage.gold;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import fr.maillage.MaillageException;
import fr.maillage.schemas.Parametres;
import fr.maillage.warehouse.Tables;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * The size bands of establishments, in places.
 *
 * @param bornes the first size of each band but the lowest, rising
 */
record Strates(List<Long> bornes) {

    /** The bands as the parameter of the cadre says them. */
    static Strates of(Tables tables) {
        return of(tables.value(Parametres.STRATES_CAPACITE));
    }

    static Strates of(String bornes) {
        try {
            List<Long> read = Arrays.stream(bornes.split(","))
                    .map(String::strip)
                    .map(Long::valueOf)
                    .toList();
            if (read.stream().distinct().sorted().toList().equals(read) && read.get(0) > 0) {
                return new Strates(read);
            }
        } catch (NumberFormatException notANumber) {
            throw refused(bornes);
        }
        throw refused(bornes);
    }

    /** The band of a size, such as {@code 60-79} or {@code 120+}; null when the size is. */
    Column de(Column taille) {
        Column strate = when(taille.isNull(), lit(null).cast("string"));
        long debut = 0;
        for (long borne : bornes) {
            strate = strate.when(taille.lt(borne), lit(debut + "-" + (borne - 1)));
            debut = borne;
        }
        return strate.otherwise(lit(debut + "+"));
    }

    private static MaillageException refused(String bornes) {
        return new MaillageException("Cannot use strates_capacite=" + bornes
                + ": bounds are rising whole numbers of places. Write for instance 40,80,120.");
    }
}
