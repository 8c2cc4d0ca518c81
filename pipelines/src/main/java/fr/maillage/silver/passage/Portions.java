package fr.maillage.silver.passage;

import static fr.maillage.schemas.Columns.ANNEE;
import static fr.maillage.schemas.Columns.CODE_COMMUNE;
import static fr.maillage.schemas.Columns.MILLESIME;
import static fr.maillage.schemas.Columns.POPULATION_MUNICIPALE;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of silver/passage_commune by code, from lives and legal populations. */
public final class Portions {

    private Portions() {}

    /**
     * @param vies rows of silver/commune_vie
     * @param populations code_commune, millesime, annee and population_municipale; of one vintage the newest year counts
     */
    public static Map<String, Row[]> of(List<Row> vies, List<Row> populations) {
        List<Vie> lives = vies.stream().map(Vies::vie).toList();
        Poids poids = new Poids(lives, byVintage(populations));
        Map<String, Row[]> rows = new HashMap<>();
        Portion.byCode(lives)
                .forEach((code, own) -> rows.put(
                        code,
                        Portion.ofCode(own, poids).stream().map(Portions::row).toArray(Row[]::new)));
        return rows;
    }

    private static Map<Integer, Map<String, Long>> byVintage(List<Row> populations) {
        List<Row> inOrder = new ArrayList<>(populations);
        inOrder.sort(Comparator.comparingLong(row -> row.<Long>getAs(ANNEE)));
        Map<Integer, Map<String, Long>> byVintage = new TreeMap<>();
        for (Row row : inOrder) {
            if (row.getAs(POPULATION_MUNICIPALE) != null) {
                byVintage
                        .computeIfAbsent(row.<Long>getAs(MILLESIME).intValue(), year -> new HashMap<>())
                        .put(row.getAs(CODE_COMMUNE), row.getAs(POPULATION_MUNICIPALE));
            }
        }
        return byVintage;
    }

    private static Row row(Portion portion) {
        Part part = portion.part();
        return RowFactory.create(
                portion.code(),
                portion.type(),
                date(portion.debut()),
                date(portion.fin()),
                date(portion.luDu()),
                date(portion.luAu()),
                portion.atome(),
                part.part(),
                part.basse(),
                part.haute(),
                part.nature().word(),
                part.millesime() == null ? null : part.millesime().longValue());
    }

    private static Date date(LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
