package fr.maillage.atlas.cooperation;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What one line of the review says of a cooperation, shared among the parts of its sheet. */
final class ResumeCooperation {

    private static final Map<String, List<String>> FIGURES = Map.of(
            "fiche_synthetique",
            List.of(
                    MOIS_MATURITE,
                    NB_MEMBRES_DU_JOUR,
                    NB_MEMBRES_ANNONCE,
                    NB_MEMBRES_MEDICO_SOCIAUX,
                    NB_ETP,
                    BUDGET_ANNUEL),
            "modalites",
            List.of(
                    MOIS_JUSQU_A_L_ACTE,
                    FINANCEMENT_OBTENU,
                    FINANCEMENT_REFUSE,
                    MOIS_SANS_FINANCEMENT,
                    COUT_TRANSITION,
                    COUT_STRUCTUREL,
                    NB_ENGAGEMENTS,
                    NB_ENGAGEMENTS_TENUS),
            "gains",
            List.of(NB_GAINS_MESURES, NB_GAINS_QUALITATIFS, NB_GAINS_PREVUS));

    /** The signal that is no registry's. */
    private static final String DECLARATION = "declaration";

    private static final String NUMERO = "numero";

    private final CooperationsMots mots;
    private final Map<String, String> departements;

    ResumeCooperation(CooperationsMots mots, Map<String, String> departements) {
        this.mots = mots;
        this.departements = departements;
    }

    /** Names and values; those of the parts that figures speak of. */
    List<List<String>> of(String partie, Map<String, Object> ligne) {
        List<List<String>> lines = new ArrayList<>();
        if (partie.equals("fiche_synthetique")) {
            lines.addAll(words(ligne));
        }
        List<String> figures = FIGURES.getOrDefault(partie, List.of());
        if (partie.equals("fiche_synthetique") || figures.stream().anyMatch(ligne::containsKey)) {
            figures.forEach(column -> lines.add(List.of(
                    mots.column(Gold.BILAN_COOPERATION, column),
                    mots.value(Gold.BILAN_COOPERATION, column, ligne.get(column)))));
        }
        return lines;
    }

    private List<List<String>> words(Map<String, Object> ligne) {
        String period = mots.period(Lignes.text(ligne, DATE_DEBUT), Lignes.text(ligne, DATE_FIN), "jour");
        return List.of(
                line(FORME_JURIDIQUE, mots.of("forme_juridique", ligne.get(FORME_JURIDIQUE))),
                line(CATEGORIE_PRINCIPALE, mots.of("valeur_cooperation", ligne.get(CATEGORIE_PRINCIPALE))),
                line(CATEGORIES_SECONDAIRES, each("valeur_cooperation", Lignes.texts(ligne, CATEGORIES_SECONDAIRES))),
                line(MATURITE, mots.of("valeur_cooperation", ligne.get(MATURITE))),
                line(EST_VIVANTE, mots.mot(Boolean.TRUE.equals(ligne.get(EST_VIVANTE)) ? "vie.oui" : "vie.non")),
                List.of(mots.mot("tete.periode"), period.isEmpty() ? mots.mot("inconnu") : period),
                List.of(mots.mot("page.champ"), mots.mot("champ." + Lignes.text(ligne, MOTIF_CHAMP))),
                line(ORIGINE, mots.mot("origine." + Lignes.text(ligne, ORIGINE))),
                List.of(
                        Silver.COOPERATION.find(PREUVES).orElseThrow().title(mots.english()),
                        preuves(Lignes.texts(ligne, PREUVES))),
                List.of(mots.mot("page.departement"), departements(ligne)));
    }

    private List<String> line(String column, String value) {
        return List.of(mots.column(Gold.BILAN_COOPERATION, column), value);
    }

    private String departements(Map<String, Object> ligne) {
        List<String> codes = Lignes.texts(ligne, CooperationsReader.DEPARTEMENTS);
        return codes.isEmpty()
                ? mots.mot("inconnu")
                : codes.stream().map(this::departement).collect(Collectors.joining(", "));
    }

    String departement(String code) {
        return departements.containsKey(code) ? code + " " + departements.get(code) : code;
    }

    private String each(String list, List<String> codes) {
        return said(codes, code -> mots.list(list).libelle(code, mots.english()));
    }

    /** Signals of registries, a declaration, and the number it gives: {@code numero:finess:960005163}. */
    private String preuves(List<String> codes) {
        return said(codes, code -> {
            if (code.equals(DECLARATION)) {
                return mots.mot(DECLARATION);
            }
            String[] parts = code.split(":", 3);
            return parts[0].equals(NUMERO) && parts.length == 3 && mots.has(NUMERO + "." + parts[1])
                    ? mots.mot(NUMERO + "." + parts[1]) + " " + parts[2]
                    : mots.list("signal_cooperation").libelle(code, mots.english());
        });
    }

    private String said(List<String> codes, UnaryOperator<String> label) {
        return codes.isEmpty() ? mots.mot("aucune") : codes.stream().map(label).collect(Collectors.joining(", "));
    }
}
