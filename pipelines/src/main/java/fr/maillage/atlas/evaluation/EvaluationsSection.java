package fr.maillage.atlas.evaluation;

import fr.maillage.atlas.habillage.Html;
import fr.maillage.evaluation.Compte;
import fr.maillage.evaluation.Evaluation;
import fr.maillage.evaluation.Referentiels;
import fr.maillage.evaluation.Resultat;
import fr.maillage.experience.Libelles;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one framework says of one cooperation: radar, table of the axes, and counts of answers without a score. */
final class EvaluationsSection {

    /** A polygon needs three corners. */
    private static final int AXES_AU_MOINS = 3;

    private final Evaluation evaluation;
    private final String code;
    private final String titre;
    private final Libelles libelles;
    private final List<Map<String, String>> axes;
    private final List<LocalDate> sessions;
    private final Locale locale;

    EvaluationsSection(Evaluation evaluation, Map<String, String> referentiel, Libelles libelles) {
        this.evaluation = evaluation;
        this.code = referentiel.get("code_referentiel");
        this.libelles = libelles;
        this.titre = libelle(referentiel);
        this.axes = Referentiels.axes(code);
        this.sessions = evaluation.sessions(code);
        this.locale = libelles.english() ? Locale.UK : Locale.FRANCE;
    }

    /** The radar, or nothing where fewer than three axes have a score. */
    String picture() {
        if (evaluation.notes(code) < AXES_AU_MOINS) {
            return "";
        }
        List<LocalDate> newest = sessions.subList(Math.max(0, sessions.size() - Radar.SESSIONS), sessions.size());
        List<LocalDate> order = Stream.iterate(newest.size() - 1, i -> i >= 0, i -> i - 1)
                .map(newest::get)
                .toList();
        Radar radar = new Radar(axes.stream().map(this::libelle).toList(), this::said);
        return "<figure>"
                + radar.of(
                        titre + libelles.mot(" : mêmes valeurs dans le tableau", ": same values in the table"),
                        order.stream().map(this::resultats).toList(),
                        order.stream().map(this::day).toList(),
                        libelles.mot(",", "."))
                + "<figcaption class=\"how\">"
                + libelles.mot(
                        "Trait large : du répondant le plus bas au plus haut, dernière session.",
                        "Wide stroke: from the lowest to the highest respondent, newest session.")
                + "</figcaption></figure>";
    }

    /** The axes with their values; counts of answers where none has a score. */
    String tables() {
        return "<div class=\"values\">" + axes() + (scored() ? "" : reponses()) + "</div>";
    }

    private String axes() {
        String head = scored() ? head("Score") + head("Min – max") : "";
        String heads = head + "<th scope=\"col\"><abbr title=\"" + libelles.mot("répondants", "respondents")
                + "\">N</abbr></th>" + head(libelles.mot("Réponses", "Answers"));
        String days = sessions.stream()
                .map(day -> "<th colspan=\"" + (scored() ? 4 : 2) + "\" scope=\"colgroup\">" + day(day) + "</th>")
                .collect(Collectors.joining());
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < axes.size(); i++) {
            Map<String, String> axe = axes.get(i);
            rows.append("<tr><th scope=\"row\">").append(i + 1).append(". ").append(Html.escape(libelle(axe)));
            rows.append("</th>");
            sessions.forEach(day -> rows.append(cells(resultat(day, axe))));
            rows.append("</tr>");
        }
        return "<table class=\"axes\"><caption>"
                + libelles.mot(
                        "Réponses : sans les « non concerné », comptés après +.",
                        "Answers: without “non concerné”, counted after +.")
                + "</caption><thead><tr><th rowspan=\"2\" scope=\"col\">" + libelles.mot("Axe", "Axis") + "</th>" + days
                + "</tr><tr>" + heads.repeat(sessions.size()) + "</tr></thead><tbody>" + rows + "</tbody></table>";
    }

    /** Whether answers of the framework have scores; those that name and describe have only counts. */
    private boolean scored() {
        return evaluation.notes(code) > 0;
    }

    private static String head(String word) {
        return "<th scope=\"col\">" + word + "</th>";
    }

    private String cells(Resultat one) {
        String spread = one.score() == null ? "–" : score(one.min()) + " – " + score(one.max());
        String scores = scored() ? "<td>" + score(one.score()) + "</td><td>" + spread + "</td>" : "";
        String answers = one.reponses() + (one.nonConcernes() == 0 ? "" : " + " + one.nonConcernes());
        return scores + "<td>" + one.repondants() + "</td><td>" + answers + "</td>";
    }

    private String reponses() {
        Map<List<Object>, List<Compte>> byQuestion = evaluation.comptes().stream()
                .filter(one -> one.referentiel().equals(code))
                .collect(Collectors.groupingBy(
                        one -> List.of(
                                one.session(),
                                one.item(),
                                Objects.requireNonNullElse(one.acteur(), ""),
                                Objects.requireNonNullElse(one.autre(), "")),
                        LinkedHashMap::new,
                        Collectors.toList()));
        String rows = byQuestion.values().stream().map(this::question).collect(Collectors.joining());
        return "<table class=\"reponses\"><thead><tr><th scope=\"col\">Session</th><th scope=\"col\">"
                + libelles.mot("Question", "Question") + "</th><th scope=\"col\">" + libelles.mot("Acteurs", "Actors")
                + "</th><th scope=\"col\">" + libelles.mot("Réponses (N)", "Answers (N)") + "</th></tr></thead><tbody>"
                + rows + "</tbody></table>";
    }

    private String question(List<Compte> comptes) {
        Compte one = comptes.get(0);
        Map<String, String> item = Referentiels.items(code).stream()
                .filter(row -> row.get("code_item").equals(one.item()))
                .findFirst()
                .orElseThrow();
        String actors =
                Stream.of(one.acteur(), one.autre()).filter(Objects::nonNull).collect(Collectors.joining(" / "));
        String said = comptes.stream()
                .map(each -> reponse(item, each.reponse()) + " (" + each.reponses() + ")")
                .collect(Collectors.joining(", "));
        return "<tr><td class=\"words\">" + day(one.session()) + "</td><td class=\"words\">"
                + Html.escape(libelle(item)) + "</td><td class=\"words\">" + Html.escape(actors)
                + "</td><td class=\"words\">" + Html.escape(said) + "</td></tr>";
    }

    private String reponse(Map<String, String> item, String reponse) {
        return Referentiels.reponses(item).stream()
                .filter(row -> row.get("code_reponse").equals(reponse))
                .map(this::libelle)
                .findFirst()
                .orElse(reponse);
    }

    private List<Resultat> resultats(LocalDate day) {
        return axes.stream().map(axe -> resultat(day, axe)).toList();
    }

    private Resultat resultat(LocalDate day, Map<String, String> axe) {
        String name = axe.get("code_axe");
        return evaluation
                .find(code, day, name)
                .orElseGet(() -> new Resultat(code, day, name, null, null, null, 0, 0, 0, 0));
    }

    private String said(Resultat one) {
        String axe = axes.stream()
                .filter(row -> row.get("code_axe").equals(one.axe()))
                .map(this::libelle)
                .findFirst()
                .orElse(one.axe());
        return axe + ", " + day(one.session()) + libelles.mot(" : ", ": ") + score(one.score()) + ", N = "
                + one.repondants();
    }

    private String score(Double score) {
        return score == null ? "–" : String.format(locale, "%.2f", score);
    }

    private String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", locale));
    }

    private String libelle(Map<String, String> row) {
        return row.get(libelles.mot("libelle", "libelle_en"));
    }
}
