package fr.maillage.serving.changes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Changes as one page that needs no other file: how many of each nature, then the sentences. */
public final class ChangesPage {

    private ChangesPage() {}

    /** @param period which releases it speaks of, in words */
    public static String html(List<Phrase> sentences, String period, Phrases phrases) {
        Map<String, List<Phrase>> natures = sentences.stream()
                .collect(Collectors.groupingBy(Phrase::nature, LinkedHashMap::new, Collectors.toList()));
        return template()
                .replace("{{language}}", phrases.english() ? "en" : "fr")
                .replace("{{title}}", escape(phrases.say("titre")))
                .replace("{{period}}", escape(period))
                .replace("{{counts}}", natures.isEmpty() ? escape(phrases.say("aucun")) : counts(natures, phrases))
                .replace("{{sections}}", sections(natures, phrases));
    }

    private static String counts(Map<String, List<Phrase>> natures, Phrases phrases) {
        StringBuilder rows = new StringBuilder("<table><thead><tr><th scope=\"col\">" + escape(phrases.say("nature"))
                + "</th><th scope=\"col\">" + escape(phrases.say("nombre")) + "</th><th scope=\"col\">"
                + escape(phrases.say("dont_reels")) + "</th></tr></thead><tbody>\n");
        natures.forEach((nature, list) -> rows.append("<tr><th scope=\"row\"><a href=\"#")
                .append(nature)
                .append("\">")
                .append(escape(phrases.say("nature." + nature)))
                .append("</a></th><td>")
                .append(list.size())
                .append("</td><td>")
                .append(list.stream().filter(Phrase::reel).count())
                .append("</td></tr>\n"));
        return rows.append("</tbody></table>").toString();
    }

    private static String sections(Map<String, List<Phrase>> natures, Phrases phrases) {
        StringBuilder sections = new StringBuilder();
        natures.forEach((nature, list) -> {
            sections.append("<section id=\"").append(nature).append("\"><h2>");
            sections.append(escape(phrases.say("nature." + nature))).append("</h2>\n<ul>\n");
            list.forEach(phrase ->
                    sections.append("<li>").append(escape(phrase.texte())).append("</li>\n"));
            sections.append("</ul></section>\n");
        });
        return sections.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String template() {
        try (InputStream in = ChangesPage.class.getResourceAsStream("changes.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
