package fr.maillage.evaluation;

import fr.maillage.experience.Libelles;
import fr.maillage.serving.output.OutputFormat;
import fr.maillage.serving.output.Rows;
import fr.maillage.serving.output.Rows.Column;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Frameworks, their questions, and what cooperations answered, as rows for a terminal or a program. */
public final class TableauEvaluations {

    private final Libelles libelles;
    private final OutputFormat format;
    private final PrintWriter out;

    public TableauEvaluations(Libelles libelles, OutputFormat format, PrintWriter out) {
        this.libelles = libelles;
        this.format = format;
        this.out = out;
    }

    /** Which frameworks there are. */
    public void referentiels() {
        List<List<Object>> rows = Referentiels.list().stream()
                .map(row -> Arrays.<Object>asList(
                        row.get("code_referentiel"),
                        Referentiels.axes(row.get("code_referentiel")).size(),
                        Referentiels.items(row.get("code_referentiel")).size(),
                        row.get("document"),
                        Referentiels.lignes(row),
                        libelle(row)))
                .toList();
        write(
                rows,
                Column.text(libelles.mot("referentiel", "framework")),
                Column.number("axes"),
                Column.number("questions"),
                Column.text("document"),
                Column.text(libelles.mot("lignes", "lines")),
                Column.text(libelles.mot("titre", "title")));
    }

    /** The questions of a framework, with the answers each may have and where it was read. */
    public void items(String referentiel) {
        Map<String, String> framework = Referentiels.read(referentiel);
        if (format == OutputFormat.TABLE) {
            out.println(libelle(framework) + " [" + libelles.of("document_experience", framework.get("document")) + ", "
                    + Referentiels.lignes(framework) + "]");
            out.println(framework.get(libelles.mot("consigne", "consigne_en")));
            out.println(framework.get(libelles.mot("limite", "limite_en")));
        }
        List<List<Object>> rows = Referentiels.items(referentiel).stream()
                .map(item -> Arrays.<Object>asList(
                        item.get("code_axe"),
                        item.get("code_item"),
                        reponses(item),
                        item.get("objet_item"),
                        item.get("provenance"),
                        Referentiels.lignes(item),
                        libelle(item)))
                .toList();
        write(
                rows,
                Column.text(libelles.mot("axe", "axis")),
                Column.text(libelles.mot("item", "item")),
                Column.text(libelles.mot("reponses", "answers")),
                Column.text(libelles.mot("sur", "about")),
                Column.text("provenance"),
                Column.text(libelles.mot("lignes", "lines")),
                Column.text("question"));
    }

    /** What a cooperation's people answered, by framework, session and axis. */
    public void resultats(Evaluation evaluation) {
        List<List<Object>> rows = new ArrayList<>();
        for (Map<String, String> referentiel : evaluation.referentiels()) {
            String code = referentiel.get("code_referentiel");
            evaluation.sessions(code).forEach(session -> Referentiels.axes(code).forEach(axe -> evaluation
                    .find(code, session, axe.get("code_axe"))
                    .ifPresent(one -> rows.add(row(one, axe)))));
        }
        write(
                rows,
                Column.text(libelles.mot("referentiel", "framework")),
                Column.text("session"),
                Column.text(libelles.mot("axe", "axis")),
                Column.number("score"),
                Column.number("min"),
                Column.number("max"),
                Column.number(libelles.mot("repondants", "respondents")),
                Column.number(libelles.mot("reponses", "answers")),
                Column.number(libelles.mot("non_concernes", "not_applicable")),
                Column.number(libelles.mot("prioritaires", "priorities")));
    }

    private List<Object> row(Resultat one, Map<String, String> axe) {
        return Arrays.asList(
                one.referentiel(),
                one.session(),
                libelle(axe),
                one.score(),
                one.min(),
                one.max(),
                one.repondants(),
                one.reponses(),
                one.nonConcernes(),
                one.prioritaires());
    }

    private static String reponses(Map<String, String> item) {
        return String.join(
                ", ",
                Referentiels.reponses(item).stream()
                        .map(row -> row.get("code_reponse"))
                        .toList());
    }

    private String libelle(Map<String, String> row) {
        return row.get(libelles.mot("libelle", "libelle_en"));
    }

    private void write(List<List<Object>> rows, Column... columns) {
        format.write(Rows.of(List.of(columns), rows), out);
        out.flush();
    }
}
