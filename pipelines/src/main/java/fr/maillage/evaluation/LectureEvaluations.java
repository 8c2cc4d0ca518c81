package fr.maillage.evaluation;

import fr.maillage.MaillageException;
import fr.maillage.geo.CrsParDepartement;
import fr.maillage.serving.NearestNames;
import fr.maillage.serving.query.BoundQuery;
import fr.maillage.serving.query.WarehouseViews;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the assessments of a cooperation from a publication. */
public final class LectureEvaluations {

    private static final String PAR_AXE = "gold.evaluation_par_axe";
    private static final String PAR_ITEM = "gold.evaluation_par_item";

    private final WarehouseViews views;

    public LectureEvaluations(WarehouseViews views) {
        this.views = views;
    }

    /**
     * The assessments of a cooperation, by its identifier with or without {@code coop:}.
     *
     * @throws MaillageException when there are none, with those that have some
     */
    public Evaluation read(String typed) {
        if (!views.has(PAR_AXE)) {
            throw new MaillageException("Cannot show evaluations of " + typed
                    + ": none were loaded. Fill in the template: maillage ingest --template evaluations DIR.");
        }
        String code = typed.startsWith("coop:") ? typed : "coop:" + typed;
        List<Resultat> resultats = list(
                "SELECT code_referentiel, date_session, code_axe, score_axe, score_axe_min, score_axe_max, nb_repondants,"
                        + " nb_reponses, nb_non_concernes, nb_prioritaires FROM " + PAR_AXE
                        + " WHERE code_cooperation = ? ORDER BY code_referentiel, date_session, rang_axe",
                code,
                LectureEvaluations::resultat);
        if (resultats.isEmpty()) {
            throw new MaillageException(
                    "Cannot show evaluations of " + typed + ": it has none. Try " + near(typed) + ".");
        }
        return new Evaluation(code, nom(code), fictif(), resultats, comptes(code));
    }

    private List<Compte> comptes(String code) {
        return list(
                "SELECT code_referentiel, date_session, code_item, code_acteur, code_acteur_autre, code_reponse,"
                        + " nb_repondants, nb_reponses FROM " + PAR_ITEM + " WHERE code_cooperation = ?"
                        + " ORDER BY 1, 2, 3, 4 NULLS FIRST, 5 NULLS FIRST, nb_repondants DESC, 6",
                code,
                LectureEvaluations::compte);
    }

    private String nom(String code) {
        List<String> names = list(
                "SELECT nom FROM silver.cooperation WHERE code_cooperation = ? AND nom IS NOT NULL ORDER BY nom LIMIT 1",
                code,
                row -> (String) row.get(0));
        return names.isEmpty() ? code : names.get(0);
    }

    private boolean fictif() {
        List<String> departements = new ArrayList<>();
        if (views.has("silver.territoire")) {
            new BoundQuery(
                            "SELECT code_territoire FROM silver.territoire WHERE niveau = 'departement' ORDER BY 1",
                            List.of())
                    .rows(views)
                    .rows()
                    .forEachRemaining(row -> departements.add((String) row.get(0)));
        }
        return CrsParDepartement.hasUnknown(departements);
    }

    private String near(String typed) {
        List<String> codes = new ArrayList<>();
        new BoundQuery("SELECT DISTINCT code_cooperation FROM " + PAR_AXE + " ORDER BY 1", List.of())
                .rows(views)
                .rows()
                .forEachRemaining(row -> codes.add(((String) row.get(0)).substring("coop:".length())));
        return String.join(", ", NearestNames.list(typed, codes));
    }

    private <T> List<T> list(String sql, String code, Function<List<Object>, T> read) {
        List<T> list = new ArrayList<>();
        new BoundQuery(sql, List.of(code)).rows(views).rows().forEachRemaining(row -> list.add(read.apply(row)));
        return list;
    }

    private static Resultat resultat(List<Object> row) {
        return new Resultat(
                (String) row.get(0),
                (LocalDate) row.get(1),
                (String) row.get(2),
                (Double) row.get(3),
                (Double) row.get(4),
                (Double) row.get(5),
                number(row.get(6)),
                number(row.get(7)),
                number(row.get(8)),
                number(row.get(9)));
    }

    private static Compte compte(List<Object> row) {
        return new Compte(
                (String) row.get(0),
                (LocalDate) row.get(1),
                (String) row.get(2),
                (String) row.get(3),
                (String) row.get(4),
                (String) row.get(5),
                number(row.get(6)),
                number(row.get(7)));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
