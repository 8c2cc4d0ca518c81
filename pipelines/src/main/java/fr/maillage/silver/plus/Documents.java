package fr.maillage.silver.plus;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.champ;
import static fr.maillage.silver.plus.Champs.texte;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Digest;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * What FINESS+ documents tell in the state of the cadre: of each legal entity, grouping and establishment the newest
 * record alone, with all that hangs on it. What a newer record no longer has is no longer; what no newer document speaks
 * of stays as it was told.
 */
public final class Documents {

    /** Technical number of an establishment, in the rows of {@link #etablissements}. */
    static final String EGE_ID = "_ege_id";

    /** Technical number of a legal entity. */
    static final String PM_ID = "_pm_id";

    private static final String RECORD = "_record";

    private Documents() {}

    /** The last day whose documents count: known, and true on the day of the cadre. */
    static LocalDate jusquau(Tables tables) {
        LocalDate etat = tables.value(Parametres.ETAT);
        LocalDate connu = tables.value(Parametres.CONNU);
        return etat.isBefore(connu) ? etat : connu;
    }

    /** The newest record of each, of those of a section. */
    static Dataset<Row> section(Dataset<Row> documents, String section, Column number, LocalDate jusquau) {
        Dataset<Row> rows = documents
                .where(col(SECTION).equalTo(section))
                .where(col(Technical.MILLESIME).leq(lit(Date.valueOf(jusquau))));
        return newest(rows, number, List.of(Technical.FICHIER, Technical.LIGNE))
                .withColumn(SOURCE, col(Technical.SOURCE))
                .withColumn(CONNU_DU, col(Technical.MILLESIME));
    }

    /** Legal entities: {@code pmej} as published, its FINESS and technical numbers. */
    static Dataset<Row> entites(Dataset<Row> structures, LocalDate jusquau) {
        return section(structures, "pmej", champ(PMEJ, INFORMATIONSGENERALESPMEJ, NUMFINESSPM), jusquau)
                .withColumn(NUMERO_FINESS_EJ, texte(PMEJ, INFORMATIONSGENERALESPMEJ, NUMFINESSPM))
                .withColumn(PM_ID, texte(PMEJ, INFORMATIONSGENERALESPMEJ, PMSMSSEID));
    }

    /** Establishments: {@code ege} as published, its FINESS and technical numbers, and those of its legal entity. */
    static Dataset<Row> etablissements(Dataset<Row> structures, LocalDate jusquau) {
        Dataset<Row> rows = entites(structures, jusquau)
                .select(
                        col(NUMERO_FINESS_EJ),
                        posexplode(champ(PMEJ, EGE)).as(new String[] {"_place", EGE}),
                        col(SOURCE),
                        col(CONNU_DU),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.MILLESIME),
                        col(Technical.RANG))
                .withColumn(NUMERO_FINESS_ET, texte(EGE, INFORMATIONSGENERALESEGE, NUMFINESSEGE))
                .withColumn(EGE_ID, texte(EGE, INFORMATIONSGENERALESEGE, EGEID));
        return newest(rows, col(NUMERO_FINESS_ET), List.of(Technical.FICHIER, Technical.LIGNE, "_place"));
    }

    /**
     * The newest row of each number; those without a number all stay.
     *
     * <p>Chosen by number and place alone, so that what is nested is neither sorted nor moved.
     */
    private static Dataset<Row> newest(Dataset<Row> rows, Column number, List<String> place) {
        Column own = concat_ws("/", place.stream().map(functions::col).toArray(Column[]::new));
        List<Column> order = new ArrayList<>(
                List.of(col(Technical.MILLESIME).desc(), col(Technical.RANG).desc()));
        place.forEach(column -> order.add(col(column)));
        WindowSpec newestFirst = Window.partitionBy(RECORD).orderBy(order.toArray(Column[]::new));
        List<Column> light = new ArrayList<>(List.of(col(Technical.MILLESIME), col(Technical.RANG)));
        place.forEach(column -> light.add(col(column)));
        light.add(coalesce(texte(number), own).as(RECORD));

        Dataset<Row> chosen = rows.select(light.toArray(Column[]::new))
                .withColumn("_choix", row_number().over(newestFirst))
                .where(col("_choix").equalTo(1))
                .select(place.stream().map(functions::col).toArray(Column[]::new));
        return rows.join(chosen, place.toArray(String[]::new), "left_semi");
    }

    /** Rows in the columns of the contract with the rules they break; of those that share a key all but one do. */
    static Dataset<Row> table(Dataset<Row> rows, TableContract contract, Column... broken) {
        List<Column> key = contract.primaryKey().stream().map(functions::col).toList();
        WindowSpec keyed = Window.partitionBy(key.toArray(Column[]::new))
                .orderBy(
                        col(CONNU_DU).desc(),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        Digest.number(contract.columns()));
        List<Column> rules = new ArrayList<>(
                List.of(broken("ligne_en_double", row_number().over(keyed).gt(1))));
        rules.addAll(Arrays.asList(broken));
        List<Column> columns =
                new ArrayList<>(contract.columns().stream().map(functions::col).toList());
        columns.addAll(List.of(
                col(Technical.FICHIER),
                col(Technical.LIGNE),
                regles(rules.toArray(Column[]::new)).as(Technical.REGLES)));
        return rows.select(columns.toArray(Column[]::new));
    }
}
