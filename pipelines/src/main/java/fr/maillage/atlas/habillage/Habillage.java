package fr.maillage.atlas.habillage;

import fr.maillage.schemas.CodeList;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the pages of one atlas share: head, brand, language, the banner of what does not exist, the way to one another.
 *
 * <p>A template names these parts as {@code {{head}}}, {@code {{fictional}}}, {@code {{brand}}} and {@code {{pages}}}. Words
 * stand in both languages, for the page that changes its own.
 *
 * @param fictif whether the page must say that none of it exists
 * @param volets pages that stand in the same folder
 */
public record Habillage(boolean english, boolean fictif, Set<Volet> volets) {

    private static final CodeList MOTS = CodeList.readFile("/atlas/habillage.csv");

    /** For a page that is written on its own: it links to those that are already there. */
    public static Habillage beside(Path folder, boolean english, boolean fictif) {
        return new Habillage(english, fictif, Volet.in(folder));
    }

    /** For what is real, wherever it stands. */
    public Habillage real() {
        return new Habillage(english, false, volets);
    }

    /**
     * A template with all that pages share.
     *
     * @param own the page it is
     * @param styles files of the folder {@code atlas}, after the common one
     */
    public String page(String template, Volet own, String title, String... styles) {
        String page = Resources.text(template);
        return page.replace("{{head}}", head(title, page.contains("<script"), styles))
                .replace(
                        "{{fictional}}",
                        fictif ? said("p", "id=\"fictional\" class=\"fictional\" role=\"note\"", "fictif") : "")
                .replace("{{brand}}", brand())
                .replace("{{pages}}", pages(own));
    }

    /** A page without scripts may run none, and is ready as soon as it is read. */
    private String head(String title, boolean scripts, String... styles) {
        return Resources.text("tete.html")
                .strip()
                .replace("{{language}}", english ? "en" : "fr")
                .replace("{{ready}}", scripts ? "" : " data-ready=\"true\"")
                .replace("{{policy}}", scripts ? "script-src 'unsafe-inline'; " : "")
                .replace("{{title}}", Html.escape(title) + " — Maillage")
                .replace("{{style}}", style(styles));
    }

    private static String style(String... styles) {
        return Resources.text("style.css")
                + Arrays.stream(styles).map(Resources::text).collect(Collectors.joining());
    }

    private String brand() {
        return "<p class=\"brand\">" + Resources.text("marque.svg").strip() + "<span><strong>Maillage</strong> "
                + said("span", "", "soustitre") + "</span></p>";
    }

    /** Nothing for a page that stands alone; a page that is about to be written is not in its folder yet. */
    private String pages(Volet own) {
        if (volets.stream().allMatch(own::equals)) {
            return "";
        }
        return "<nav class=\"pages\" aria-label=\"" + mot("pages") + "\" data-label-fr=\"" + in("libelle", "pages")
                + "\" data-label-en=\"" + in("libelle_en", "pages") + "\">"
                + volets.stream().sorted().map(volet -> link(volet, own)).collect(Collectors.joining()) + "</nav>";
    }

    private String link(Volet volet, Volet own) {
        String current = volet == own ? " aria-current=\"page\"" : "";
        return said("a", "href=\"" + volet.file() + "\"" + current, volet.word());
    }

    private String said(String element, String attributes, String word) {
        return "<" + element + " " + attributes + (attributes.isEmpty() ? "" : " ") + "data-fr=\"" + in("libelle", word)
                + "\" data-en=\"" + in("libelle_en", word) + "\">" + mot(word) + "</" + element + ">";
    }

    private String mot(String word) {
        return in(english ? "libelle_en" : "libelle", word);
    }

    private static String in(String column, String word) {
        return MOTS.find(word)
                .map(row -> Html.escape(row.get(column)))
                .orElseThrow(() -> new IllegalArgumentException("atlas/habillage.csv has no word " + word));
    }
}
