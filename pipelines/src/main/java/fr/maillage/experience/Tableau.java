package fr.maillage.experience;

import fr.maillage.serving.output.OutputFormat;
import fr.maillage.serving.output.Rows;
import fr.maillage.serving.output.Rows.Column;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Cases that were found, one per line: few columns for a terminal, all that tells them apart for a program. */
public final class Tableau {

    private final Libelles libelles;

    public Tableau(Libelles libelles) {
        this.libelles = libelles;
    }

    /**
     * Writes the cases.
     *
     * @param questions what was asked, which tells why a case answers; empty when nothing was
     */
    public void write(List<Cas> found, List<Map<String, String>> questions, OutputFormat format, PrintWriter out) {
        boolean people = format == OutputFormat.TABLE;
        if (people) {
            questions.forEach(question -> out.println(question.get("code") + " " + question.get("libelle")));
        }
        Questions asked = new Questions(libelles);
        List<List<Object>> rows = found.stream()
                .map(cas -> row(cas, people, questions.isEmpty() ? null : raison(asked, questions, cas)))
                .toList();
        format.write(Rows.of(columns(people, !questions.isEmpty()), rows), out);
    }

    private List<Column> columns(boolean people, boolean asked) {
        List<String> names = new ArrayList<>(List.of(
                "code",
                libelles.mot("forme", "form"),
                libelles.mot("territoire", "territory"),
                libelles.mot("taille", "size")));
        if (asked) {
            names.add(libelles.mot("réponse", "answer"));
        }
        if (!people) {
            names.addAll(List.of(
                    libelles.mot("type_territoire", "territory_type"),
                    libelles.mot("publics", "audiences"),
                    libelles.mot("periode", "period"),
                    libelles.mot("etiquettes", "tags"),
                    libelles.mot("resume", "summary"),
                    libelles.mot("document", "document"),
                    libelles.mot("lignes", "lines")));
        }
        names.add(libelles.mot("titre", "title"));
        return names.stream().map(Column::text).toList();
    }

    private List<Object> row(Cas cas, boolean people, String raison) {
        List<Object> cells = new ArrayList<>(Arrays.<Object>asList(
                cas.code(),
                libelles.of("forme_experience", cas.dit("forme_experience")),
                cas.dit("territoire_dit"),
                libelles.of("taille_experience", cas.dit("taille_experience"))));
        if (raison != null) {
            cells.add(raison);
        }
        if (!people) {
            cells.addAll(List.of(
                    libelles.of("type_territoire_experience", cas.dit("type_territoire")),
                    libelles.each("public_experience", cas.dit("publics_experience")),
                    cas.dit("periode_dite"),
                    etiquettes(cas),
                    cas.dit("resume"),
                    libelles.of("document_experience", cas.dit("document")),
                    Cas.lignes(cas.fiche())));
        }
        cells.add(cas.dit("titre"));
        return cells;
    }

    private String etiquettes(Cas cas) {
        return cas.etiquettes().stream()
                .map(row -> libelles.of("etiquette_experience", row.get("code_etiquette")))
                .collect(Collectors.joining(", "));
    }

    private String raison(Questions asked, List<Map<String, String>> questions, Cas cas) {
        return asked.answer(questions, cas)
                .map(row -> row.get("provenance_lien").equals("document")
                        ? libelles.mot("dans la source ", "in the source ") + Cas.lignes(row)
                        : libelles.mot("lien du projet", "link of the project"))
                .orElse("");
    }
}
