package fr.maillage.experience;

import java.util.LinkedHashMap;
import java.util.Map;

/** Words of the page itself, in one language. */
final class Termes {

    private Termes() {}

    static Map<String, String> of(Libelles libelles) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("langue", libelles.mot("fr", "en"));
        words.put("titre", libelles.mot("57 expériences de coopération", "57 experiences of cooperation"));
        words.put("passer", libelles.mot("Aller aux expériences", "Skip to the experiences"));
        words.put("chercher", libelles.mot("Chercher dans les expériences", "Search the experiences"));
        words.put("tous", libelles.mot("Indifférent", "Any"));
        words.put("choisir", libelles.mot("Choix", "Choices"));
        words.put("effacer", libelles.mot("Tout effacer", "Clear all"));
        words.put("ouvrir", libelles.mot("Tout ouvrir", "Open all"));
        words.put("fermer", libelles.mot("Tout fermer", "Close all"));
        words.put("imprimer", libelles.mot("Imprimer", "Print"));
        words.put("une", libelles.mot("expérience", "experience"));
        words.put("plusieurs", libelles.mot("expériences", "experiences"));
        words.put(
                "aucune",
                libelles.mot(
                        "Aucune expérience n’a tout ce qui est demandé.", "No experience has all that was asked."));
        words.put("liens", libelles.mot("Expériences liées", "Linked experiences"));
        words.put("deuxpoints", libelles.mot(" : ", ": "));
        words.put(
                "pied",
                libelles.mot(
                        "Chaque fait et chaque leçon porte les lignes du document où il a été lu. Les résumés, les classes de taille et les étiquettes marquées « lecture » sont de ce projet.",
                        "Each fact and lesson bears the lines of the document it was read in. Summaries, classes of size and tags marked “as read” are of this project."));
        return words;
    }
}
