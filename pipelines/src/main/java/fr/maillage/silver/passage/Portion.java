package fr.maillage.silver.passage;

import static fr.maillage.schemas.Columns.*;

import java.io.Serializable;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * A row of silver/passage_commune: a period of a code with one territory, and one piece of that.
 *
 * @param lu when the bare code is read so, null when never
 */
record Portion(
        String type,
        String code,
        LocalDate debut,
        LocalDate fin,
        LocalDate luDu,
        LocalDate luAu,
        String atome,
        Part part)
        implements Serializable {

    /** Every code that lived, tied to its pieces. */
    static List<Portion> of(Collection<Vie> vies, Map<Integer, Map<String, Long>> populations) {
        Poids poids = new Poids(vies, populations);
        List<Portion> portions = new ArrayList<>();
        byCode(vies).values().forEach(lives -> portions.addAll(ofCode(lives, poids)));
        return portions;
    }

    /** The lives of each code in order. */
    static Map<String, List<Vie>> byCode(Collection<Vie> vies) {
        return vies.stream()
                .sorted(Comparator.comparing(Vie::type).thenComparing(Vie::debut))
                .collect(Collectors.groupingBy(Vie::code, TreeMap::new, Collectors.toList()));
    }

    /** The lives of one code, tied to their pieces. */
    static List<Portion> ofCode(List<Vie> vies, Poids poids) {
        List<Vie> territoires = Lecture.territoires(vies);
        Map<Vie, Lecture> lectures = Lecture.of(territoires);
        List<Portion> portions = new ArrayList<>();
        for (Vie vie : territoires) {
            Lecture lecture = lectures.get(vie);
            poids.of(vie)
                    .forEach((atome, part) -> portions.add(new Portion(
                            vie.type(),
                            vie.code(),
                            vie.debut(),
                            vie.fin(),
                            lecture == null ? null : lecture.du(),
                            lecture == null ? null : lecture.au(),
                            atome,
                            part)));
        }
        return portions;
    }

    static Portion of(Row row) {
        return new Portion(
                row.getAs(TYPE_COMMUNE),
                row.getAs(CODE_COMMUNE),
                day(row.getAs(DATE_DEBUT)),
                day(row.getAs(DATE_FIN)),
                day(row.getAs(LU_DU)),
                day(row.getAs(LU_AU)),
                row.getAs(ATOME),
                new Part(
                        row.<Double>getAs(PART),
                        row.<Double>getAs(PART_BASSE),
                        row.<Double>getAs(PART_HAUTE),
                        Part.Nature.of(row.getAs(NATURE_PART)),
                        null));
    }

    private static LocalDate day(Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
