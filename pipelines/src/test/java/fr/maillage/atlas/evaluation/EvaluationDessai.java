package fr.maillage.atlas.evaluation;

import fr.maillage.evaluation.Compte;
import fr.maillage.evaluation.Evaluation;
import fr.maillage.evaluation.Referentiels;
import fr.maillage.evaluation.Resultat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Invented assessments of one cooperation by every framework that has scores, and by grid II. */
public final class EvaluationDessai {

    static final LocalDate PREMIERE = LocalDate.of(2024, 6, 18);
    static final LocalDate SECONDE = LocalDate.of(2025, 6, 17);

    private EvaluationDessai() {}

    public static Evaluation of() {
        List<Resultat> resultats = new ArrayList<>();
        for (String referentiel : List.of(
                "inter_diag", "cooperact", "fiche_gcsms", "utilite_sociale", "developpement_durable", "reperes")) {
            for (LocalDate day : List.of(PREMIERE, SECONDE)) {
                List<Map<String, String>> axes = Referentiels.axes(referentiel);
                for (int i = 0; i < axes.size(); i++) {
                    resultats.add(resultat(referentiel, day, axes.get(i).get("code_axe"), i));
                }
            }
        }
        for (String axe : List.of("nature", "objet")) {
            resultats.add(new Resultat("grille_relations", SECONDE, axe, null, null, null, 2, 2, 0, 0));
        }
        return new Evaluation(
                "coop:rives-orlance",
                "GCSMS <Les Rives>",
                true,
                resultats,
                List.of(
                        new Compte("grille_relations", SECONDE, "nature", "ext:a", "ext:b", "alliance", 2, 2),
                        new Compte("grille_relations", SECONDE, "nature", "ext:a", "ext:b", "opposition", 1, 1)));
    }

    /** The third axis has no answers in the first session. */
    private static Resultat resultat(String referentiel, LocalDate day, String axe, int rank) {
        if (rank == 2 && day.equals(PREMIERE)) {
            return new Resultat(referentiel, day, axe, null, null, null, 0, 0, 1, 0);
        }
        double score = (day.equals(SECONDE) ? 0.5 : 0.25) + rank % 4 * 0.125;
        return new Resultat(referentiel, day, axe, score, score - 0.125, score + 0.125, 3, 11, rank % 2, 0);
    }
}
