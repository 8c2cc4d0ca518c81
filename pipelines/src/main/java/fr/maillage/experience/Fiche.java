package fr.maillage.experience;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One case as a sheet to read: what it is, its facts, its lessons, and the lines of the source behind each. */
public final class Fiche {

    private final Libelles libelles;
    private final PrintWriter out;

    public Fiche(Libelles libelles, PrintWriter out) {
        this.libelles = libelles;
        this.out = out;
    }

    /** Writes the sheet of a case; titles of other cases come from the catalogue. */
    public void write(Cas cas, Catalogue catalogue, Questions questions) {
        out.println(cas.code() + " — " + cas.dit("titre"));
        out.println(libelles.of("document_experience", cas.dit("document")) + ", " + Cas.lignes(cas.fiche()));
        out.println();
        out.println(cas.dit("resume"));
        out.println();
        new Traits(libelles).list(cas).forEach(trait -> line(trait.get(0), trait.get(1)));
        line(libelles.mot("Questions", "Questions"), questions.answered(cas).collect(Collectors.joining(", ")));
        each("rubrique_fait", "rubrique", cas.faits(), this::fait);
        each("genre_lecon", "genre_lecon", cas.lecons(), this::lecon);
        if (!cas.liens().isEmpty()) {
            heading(libelles.mot("Expériences liées", "Linked experiences"));
            cas.liens().forEach(row -> item(lien(row, catalogue), row));
        }
        out.flush();
    }

    /** Writes the lessons that the sources draw for tags. */
    public void lecons(Set<String> etiquettes) {
        each("genre_lecon", "genre_lecon", Catalogue.lecons(etiquettes), this::lecon);
        out.flush();
    }

    /** Rows under the label of each heading of the list that has any, in the order of the list. */
    private void each(String list, String column, List<Map<String, String>> rows, Sentence sentence) {
        libelles.list(list).codes().forEach(code -> {
            List<Map<String, String>> own =
                    rows.stream().filter(row -> row.get(column).equals(code)).toList();
            if (!own.isEmpty()) {
                heading(libelles.of(list, code));
                own.forEach(row -> item(sentence.of(row), row));
            }
        });
    }

    private String fait(Map<String, String> row) {
        return Phrases.fait(row, libelles);
    }

    private String lecon(Map<String, String> row) {
        return Phrases.lecon(row, libelles);
    }

    private String lien(Map<String, String> row, Catalogue catalogue) {
        Cas other = catalogue.read(row.get("code_experience_liee"));
        return libelles.of("genre_lien_experience", row.get("genre_lien")) + libelles.mot(" : ", ": ") + other.code()
                + " " + other.dit("titre");
    }

    private void heading(String text) {
        out.println();
        out.println(text);
    }

    private void item(String text, Map<String, String> row) {
        out.println("  - " + text + "  [" + Cas.lignes(row) + "]");
    }

    private void line(String name, String value) {
        if (!value.isEmpty()) {
            out.println(name + libelles.mot(" : ", ": ") + value);
        }
    }

    /** A row in words. */
    private interface Sentence {
        String of(Map<String, String> row);
    }
}
