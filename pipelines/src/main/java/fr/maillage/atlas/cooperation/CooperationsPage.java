package fr.maillage.atlas.cooperation;

import fr.maillage.atlas.habillage.Habillage;
import fr.maillage.atlas.habillage.Html;
import fr.maillage.atlas.habillage.Json;
import fr.maillage.atlas.habillage.Resources;
import fr.maillage.atlas.habillage.Volet;
import java.util.Map;

/** Cooperations as one page: a list to search, a timeline, and a sheet for each of which something is told. */
public final class CooperationsPage {

    private CooperationsPage() {}

    /**
     * The whole file.
     *
     * @param departements their names, by code
     * @param cartes pages whose map shows a cooperation, by its code
     * @param evaluees files of assessments, by the code of their cooperation
     */
    public static String html(
            Cooperations data,
            Map<String, String> departements,
            Map<String, String> evaluees,
            Map<String, String> cartes,
            Habillage habillage) {
        CooperationsMots mots = new CooperationsMots(habillage.english());
        CooperationsJson json = new CooperationsJson(data, mots, departements);
        return habillage
                .page("cooperations.html", Volet.COOPERATIONS, mots.mot("page.titre"), "cooperations.css")
                .replace("{{scripts}}", Resources.text("js/decode.js") + scripts())
                .replace("{{json}}", Html.packed(Json.bytes(json.page(evaluees, cartes))))
                .replace("{{fiches}}", Html.packed(Json.bytes(json.fiches())));
    }

    private static String scripts() {
        return Resources.text("cooperations/dom.js")
                + Resources.text("cooperations/fiche.js")
                + Resources.text("cooperations/frise.js")
                + Resources.text("cooperations/liste.js");
    }
}
