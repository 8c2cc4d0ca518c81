package fr.maillage.atlas.evaluation;

import fr.maillage.atlas.habillage.Habillage;
import fr.maillage.atlas.habillage.Html;
import fr.maillage.evaluation.Evaluation;
import fr.maillage.experience.Libelles;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The page that leads to the assessments of each cooperation: by which frameworks, and when last. */
public final class EvaluationsListe {

    private final Habillage habillage;
    private final Libelles libelles;

    public EvaluationsListe(Habillage habillage) {
        this.habillage = habillage;
        this.libelles = new Libelles(habillage.english());
    }

    /** The whole file. */
    public String html(List<Evaluation> evaluations) {
        String lead = libelles.mot(
                "Coopérations dont des personnes ont répondu à un référentiel d’évaluation.",
                "Cooperations whose people answered an assessment framework.");
        String rows = evaluations.stream()
                .sorted(Comparator.comparing(Evaluation::nom).thenComparing(Evaluation::code))
                .map(this::row)
                .collect(Collectors.joining());
        return EvaluationsPage.page(
                habillage,
                libelles.mot("Évaluations", "Assessments"),
                lead,
                "<section><table class=\"liste\"><thead><tr>"
                        + head("Coopération", "Cooperation")
                        + head("Référentiels", "Frameworks")
                        + head("Dernière session", "Last session") + "</tr></thead><tbody>" + rows
                        + "</tbody></table></section>");
    }

    private String head(String french, String english) {
        return "<th scope=\"col\">" + libelles.mot(french, english) + "</th>";
    }

    private String row(Evaluation one) {
        List<Map<String, String>> frameworks = one.referentiels();
        String names = frameworks.stream()
                .map(framework -> Html.escape(framework.get(libelles.mot("libelle", "libelle_en"))))
                .collect(Collectors.joining(" · "));
        String newest = frameworks.stream()
                .flatMap(framework -> one.sessions(framework.get("code_referentiel")).stream())
                .max(Comparator.naturalOrder())
                .map(this::day)
                .orElse("");
        return "<tr><th scope=\"row\"><a href=\"" + EvaluationsPage.file(one) + "\">" + Html.escape(one.nom())
                + "</a></th><td class=\"words\">" + names + "</td><td class=\"words\">" + newest + "</td></tr>";
    }

    private String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", libelles.english() ? Locale.UK : Locale.FRANCE));
    }
}
