package fr.maillage.atlas.evaluation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;

import fr.maillage.evaluation.Compte;
import fr.maillage.evaluation.Evaluation;
import fr.maillage.evaluation.Resultat;
import fr.maillage.schemas.Gold;
import fr.maillage.warehouse.Tables;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads what people answered to assessment frameworks, cooperation by cooperation. */
public final class EvaluationsReader {

    private static final int MOST = 500_000;

    private EvaluationsReader() {}

    /**
     * One per cooperation that has answers, in the order of their codes.
     *
     * @param noms names of cooperations, by their codes
     */
    public static List<Evaluation> read(Tables tables, Map<String, String> noms, boolean fictif) {
        Map<String, List<Compte>> comptes = tables
                .list(
                        tables.read(Gold.EVALUATION_PAR_ITEM)
                                .orderBy(
                                        col(CODE_REFERENTIEL),
                                        col(DATE_SESSION),
                                        col(CODE_ITEM),
                                        col(CODE_ACTEUR).asc_nulls_first(),
                                        col(CODE_ACTEUR_AUTRE).asc_nulls_first(),
                                        col(NB_REPONDANTS).desc(),
                                        col(CODE_REPONSE),
                                        col(CODE_COOPERATION)),
                        MOST)
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.getAs(CODE_COOPERATION),
                        Collectors.mapping(EvaluationsReader::compte, Collectors.toList())));
        Dataset<Row> axes = tables.read(Gold.EVALUATION_PAR_AXE)
                .orderBy(col(CODE_REFERENTIEL), col(DATE_SESSION), col(RANG_AXE), col(CODE_COOPERATION));
        Map<String, List<Resultat>> resultats = tables.list(axes, MOST).stream()
                .collect(Collectors.groupingBy(
                        row -> row.getAs(CODE_COOPERATION),
                        TreeMap::new,
                        Collectors.mapping(EvaluationsReader::resultat, Collectors.toList())));
        return resultats.entrySet().stream()
                .map(one -> new Evaluation(
                        one.getKey(),
                        noms.getOrDefault(one.getKey(), one.getKey()),
                        fictif,
                        one.getValue(),
                        comptes.getOrDefault(one.getKey(), List.of())))
                .toList();
    }

    private static Resultat resultat(Row row) {
        return new Resultat(
                row.getAs(CODE_REFERENTIEL),
                day(row),
                row.getAs(CODE_AXE),
                row.getAs(SCORE_AXE),
                row.getAs(SCORE_AXE_MIN),
                row.getAs(SCORE_AXE_MAX),
                row.<Long>getAs(NB_REPONDANTS),
                row.<Long>getAs(NB_REPONSES),
                row.<Long>getAs(NB_NON_CONCERNES),
                row.<Long>getAs(NB_PRIORITAIRES));
    }

    private static Compte compte(Row row) {
        return new Compte(
                row.getAs(CODE_REFERENTIEL),
                day(row),
                row.getAs(CODE_ITEM),
                row.getAs(CODE_ACTEUR),
                row.getAs(CODE_ACTEUR_AUTRE),
                row.getAs(CODE_REPONSE),
                row.<Long>getAs(NB_REPONDANTS),
                row.<Long>getAs(NB_REPONSES));
    }

    private static LocalDate day(Row row) {
        return LocalDate.parse(row.getAs(DATE_SESSION).toString());
    }
}
