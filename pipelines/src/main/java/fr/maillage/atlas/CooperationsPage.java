package fr.maillage.atlas;

import java.util.Map;

/** Cooperations as one page: a list to search, a timeline, and a sheet for each of which something is told. */
final class CooperationsPage {

    /** Name of the file, by which other pages link to it. */
    static final String FILE = "cooperations.html";

    private CooperationsPage() {}

    /**
     * The whole file.
     *
     * @param departements their names, by code
     * @param fictional whether the page must say that none of it exists
     */
    static String html(Cooperations data, Map<String, String> departements, boolean fictional, boolean english) {
        CooperationsMots mots = new CooperationsMots(english);
        CooperationsJson json = new CooperationsJson(data, mots, departements);
        return Resources.text("cooperations.html")
                .replace("{{language}}", english ? "en" : "fr")
                .replace("{{title}}", Html.escape(mots.mot("page.titre")))
                .replace("{{style}}", Resources.text("style.css") + Resources.text("cooperations.css"))
                .replace("{{hidden}}", fictional ? "" : "hidden")
                .replace("{{scripts}}", Resources.text("js/decode.js") + scripts())
                .replace("{{json}}", Html.packed(Json.bytes(json.page())))
                .replace("{{fiches}}", Html.packed(Json.bytes(json.fiches())));
    }

    private static String scripts() {
        return Resources.text("cooperations/dom.js")
                + Resources.text("cooperations/fiche.js")
                + Resources.text("cooperations/frise.js")
                + Resources.text("cooperations/liste.js");
    }
}
