package fr.maillage.atlas.evaluation;

import fr.maillage.MaillageException;
import fr.maillage.atlas.habillage.Habillage;
import fr.maillage.atlas.habillage.Html;
import fr.maillage.atlas.habillage.Volet;
import fr.maillage.evaluation.Evaluation;
import fr.maillage.evaluation.Referentiels;
import fr.maillage.experience.Libelles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The assessments of one cooperation as one page without scripts: a radar per framework, the same values beside. */
public final class EvaluationsPage {

    private EvaluationsPage() {}

    /** Writes the page into a folder, which is made when there is none; the result is the file. */
    public static Path write(Evaluation evaluation, Path folder, Libelles libelles) {
        return write(evaluation, folder, Habillage.beside(folder, libelles.english(), evaluation.fictif()));
    }

    public static Path write(Evaluation evaluation, Path folder, Habillage habillage) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve(file(evaluation)), html(evaluation, habillage));
        } catch (IOException e) {
            throw new MaillageException(
                    "Cannot write the evaluations to " + folder + ": " + e.getMessage()
                            + ". Give a folder that can be written.",
                    e);
        }
    }

    /** Name of the file of a cooperation. */
    public static String file(Evaluation evaluation) {
        return "evaluations-" + evaluation.code().replaceFirst("^coop:", "").replaceAll("[^a-zA-Z0-9._-]", "_")
                + ".html";
    }

    static String html(Evaluation evaluation, Habillage habillage) {
        Libelles libelles = new Libelles(habillage.english());
        return page(
                habillage,
                libelles.mot("Évaluations : ", "Assessments: ") + evaluation.nom(),
                lead(evaluation, habillage, libelles),
                sections(evaluation, libelles));
    }

    /** A page of this kind: a heading, a line below it, and sections. */
    static String page(Habillage habillage, String title, String lead, String sections) {
        Libelles libelles = new Libelles(habillage.english());
        return habillage
                .page("evaluations.html", Volet.EVALUATIONS, title, "evaluations.css")
                .replace("{{skip}}", libelles.mot("Aller au contenu", "Skip to the content"))
                .replace("{{foot}}", Html.escape(pied(libelles)))
                .replace("{{title}}", Html.escape(title))
                .replace("{{lead}}", lead)
                .replace("{{sections}}", sections);
    }

    /** The code, and the way to the sheet of the cooperation where there is one. */
    private static String lead(Evaluation evaluation, Habillage habillage, Libelles libelles) {
        String code = Html.escape(evaluation.code());
        return habillage.volets().contains(Volet.COOPERATIONS)
                ? code + " · <a href=\"" + Volet.COOPERATIONS.file() + "#" + code + "\">"
                        + libelles.mot("Fiche de la coopération", "Sheet of the cooperation") + "</a>"
                : code;
    }

    private static String sections(Evaluation evaluation, Libelles libelles) {
        return evaluation.referentiels().stream()
                .map(referentiel -> section(evaluation, referentiel, libelles))
                .collect(Collectors.joining("\n"));
    }

    private static String section(Evaluation evaluation, Map<String, String> referentiel, Libelles libelles) {
        EvaluationsSection section = new EvaluationsSection(evaluation, referentiel, libelles);
        return "<section id=\"" + referentiel.get("code_referentiel") + "\"><h2>"
                + Html.escape(referentiel.get(libelles.mot("libelle", "libelle_en"))) + "</h2><p class=\"how\">"
                + Html.escape(referentiel.get(libelles.mot("consigne", "consigne_en"))) + "</p><div class=\"side\">"
                + section.picture() + section.tables() + "</div><p class=\"source\">"
                + Html.escape(referentiel.get(libelles.mot("limite", "limite_en"))) + " "
                + Html.escape(libelles.of("document_experience", referentiel.get("document")) + ", "
                        + Referentiels.lignes(referentiel))
                + "</p></section>";
    }

    private static String pied(Libelles libelles) {
        return libelles.mot(
                "Score d’un axe : moyenne des scores des répondants, de 0 à 1 (oui 1, en partie 0,5, non 0, non concerné"
                        + " hors du compte). Les scores sont de Maillage, pas des sources. Un axe sans réponse n’est pas à zéro :"
                        + " il n’a pas de point.",
                "Score of an axis: mean of the scores of respondents, from 0 to 1 (oui 1, en partie 0.5, non 0, non concerné"
                        + " out of the count). Scores are Maillage’s, not of the sources. An axis without answers is not at"
                        + " zero: it has no point.");
    }
}
