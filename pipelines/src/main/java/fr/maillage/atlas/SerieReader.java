package fr.maillage.atlas;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import fr.maillage.atlas.Serie.Valeur;
import fr.maillage.gold.Perimetre;
import fr.maillage.gold.Regroupements;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads the values of indicators from gold tables. */
final class SerieReader {

    /** Code of the modality that stands for all. */
    static final String ALL = Regroupements.ENS;

    /** Code of the modality that stands for the medico-social scope. */
    static final String ESMS = "ESMS";

    private final Tables tables;
    private final String stateOfRegistry;
    private final Map<SerieKey, Serie> series = new HashMap<>();
    private final Map<String, Niveau> niveaux = new HashMap<>();
    /** Codes come back once per row; one copy of each is kept. */
    private final Map<String, String> codes = new HashMap<>();

    /** @param stateOfRegistry the date of what has no date of its own */
    SerieReader(Tables tables, String stateOfRegistry) {
        this.tables = tables;
        this.stateOfRegistry = stateOfRegistry;
    }

    /** Series in which something is known; one where nothing is would only look like zero. */
    Map<SerieKey, Serie> series() {
        series.values().removeIf(serie -> !serie.knowsSomething());
        return series;
    }

    /** The newest date of an indicator; empty when it has no value. */
    Optional<String> newestDate(String indicateur) {
        return series.keySet().stream()
                .filter(key -> key.indicateur().equals(indicateur))
                .map(SerieKey::date)
                .max(String::compareTo);
    }

    void read(Indicateur indicateur) {
        Dataset<Row> rows = tables.read(contract(indicateur.table()));
        for (Map.Entry<String, List<String>> filter : indicateur.filter().entrySet()) {
            rows = rows.where(col(filter.getKey()).isin(filter.getValue().toArray()));
        }
        Column modality = modality(indicateur);
        rows = rows.where(modality.isNotNull())
                .select(
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        modality.as("modalite"),
                        date(indicateur).as("date"),
                        col(indicateur.numerator()).cast("double").as("numerateur"),
                        part(indicateur.denominator().filter(name -> !indicateur.dividesByPopulation()))
                                .as("denominateur"),
                        part(indicateur.unknown()).as("inconnu"))
                .where(col("modalite")
                        .equalTo(ALL)
                        .or(isSomething("numerateur"))
                        .or(isSomething("denominateur")));
        Iterator<Row> iterator = rows.toLocalIterator();
        while (iterator.hasNext()) {
            add(indicateur, iterator.next());
        }
    }

    private void add(Indicateur indicateur, Row row) {
        if (row.isNullAt(3)) {
            return;
        }
        Niveau niveau = niveaux.computeIfAbsent(row.getString(0), Niveau::of);
        String code = codes.computeIfAbsent(row.getString(1), any -> any);
        Valeur valeur = new Valeur(number(row, 4), number(row, 5), number(row, 6));
        put(indicateur, row.getString(2), niveau, row.getString(3)).put(code, valeur);
        if (indicateur.additive()) {
            put(indicateur, ALL, niveau, row.getString(3)).add(code, valeur);
        }
    }

    private Serie put(Indicateur indicateur, String modalite, Niveau niveau, String date) {
        SerieKey key = new SerieKey(
                indicateur.id(),
                codes.computeIfAbsent(modalite, any -> any),
                niveau,
                codes.computeIfAbsent(date, any -> any));
        return series.computeIfAbsent(key, any -> new Serie());
    }

    private static double number(Row row, int column) {
        return row.isNullAt(column) ? Double.NaN : row.getDouble(column);
    }

    private static TableContract contract(String name) {
        return Gold.ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no table gold/" + name));
    }

    /** Code of the modality; null for what the atlas leaves out (medico-social scope below the whole). */
    private static Column modality(Indicateur indicateur) {
        return indicateur.dimension().equals("categorie") ? categorie() : col(indicateur.dimension());
    }

    static Column categorie() {
        Column everyone = col(PERIMETRE).equalTo(Perimetre.TOUS);
        return when(
                        col(NIVEAU_CATEGORIE).equalTo(Regroupements.ENSEMBLE),
                        when(everyone, lit(ALL)).otherwise(lit(ESMS)))
                .when(everyone.and(col(NIVEAU_CATEGORIE).equalTo("categorie")), col(CODE_REGROUPEMENT))
                .when(everyone, concat(substring(col(NIVEAU_CATEGORIE), -1, 1), lit("-"), col(CODE_REGROUPEMENT)));
    }

    private Column date(Indicateur indicateur) {
        return switch (indicateur.date()) {
            case "" -> lit(stateOfRegistry);
            case MOIS -> date_format(col(MOIS), "yyyy-MM");
            case ANNEE -> col(ANNEE).cast("string");
            default -> date_format(col(indicateur.date()), "yyyy-MM-dd");
        };
    }

    private static Column part(Optional<String> column) {
        return column.map(name -> col(name).cast("double")).orElse(lit(null).cast("double"));
    }

    private static Column isSomething(String column) {
        return coalesce(col(column), lit(0)).notEqual(0);
    }
}
