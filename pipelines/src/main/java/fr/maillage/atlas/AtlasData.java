package fr.maillage.atlas;

import fr.maillage.atlas.cooperation.Cooperations;
import fr.maillage.atlas.habillage.Labels;
import fr.maillage.evaluation.Evaluation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an atlas shows: territories with their contours, series of values, establishments, cooperations and origins.
 *
 * @param fictif true when the territory does not exist and every page must say so
 * @param niveaux from the whole to its smallest part; divisions stand before the communes
 * @param dimensions what a series can be cut by besides territory and date, by name
 * @param communes one line per commune: the bridge to the territories that hold it
 * @param zones levels whose territories have shapes of their own instead of being made of communes
 * @param evaluations one per cooperation whose people answered an assessment framework
 */
public record AtlasData(
        boolean fictif,
        List<Niveau> niveaux,
        Map<Niveau, List<Territoire>> territoires,
        List<Commune> communes,
        Map<Niveau, List<Zone>> zones,
        List<Indicateur> indicateurs,
        Map<String, List<Modalite>> dimensions,
        Map<SerieKey, Serie> series,
        List<Etablissement> etablissements,
        List<Reseau> reseaux,
        List<Origine> origines,
        Cooperations cooperations,
        List<Evaluation> evaluations) {

    /**
     * A territory of one level.
     *
     * @param population null when unknown
     * @param surface in km², null when that of one of its communes is unknown
     * @param part65 people aged 65 and over, in percent of all, null when their ages are not known
     */
    record Territoire(String code, String libelle, Long population, Double surface, Double part65) {

        Territoire named(String name) {
            return new Territoire(code, name, population, surface, part65);
        }
    }

    /**
     * A commune, where it belongs and its contour.
     *
     * @param territoires code of the territory that holds the commune, or most of it, by level
     * @param contour well-known binary in {@code srid}, null when no contour is known
     * @param surface in km², NaN when unknown
     */
    record Commune(
            String code, String libelle, Map<Niveau, String> territoires, byte[] contour, int srid, double surface) {

        /** The code of the territory of that level which holds the commune; null when there is none. */
        String territoire(Niveau niveau) {
            return niveau.equals(Niveau.NATIONAL) ? "FR" : territoires.get(niveau);
        }

        String departement() {
            return territoire(Niveau.DEPARTEMENT);
        }

        String region() {
            return territoire(Niveau.REGION);
        }
    }

    /**
     * A territory with a shape of its own: a hexagon of a grid, or a perimeter that a person drew or listed.
     *
     * @param forme well-known binary in {@code srid}, null when whole communes are all it is made of
     * @param surface in km², NaN when the shape must tell
     * @param touchees communes it holds a part of, the one it holds most of first
     * @param entieres communes that belong to the shape as they are drawn
     */
    record Zone(String code, byte[] forme, int srid, double surface, List<String> touchees, Set<String> entieres) {}

    /**
     * One value of a dimension, such as a category.
     *
     * @param groupe names the list it is shown in
     * @param parmi codes of the wider values that hold it: the groups of a category
     */
    record Modalite(String code, Labels libelle, Labels groupe, List<String> parmi) {

        Modalite(String code, Labels libelle, Labels groupe) {
            this(code, libelle, groupe, List.of());
        }
    }

    /** An open establishment with a position in WGS84. */
    record Etablissement(
            String numero, String nom, String categorie, String commune, double longitude, double latitude) {}

    /**
     * A cooperation on the map.
     *
     * @param etablissements those in it, themselves or through their legal entity
     * @param liens territories it is tied to
     */
    record Reseau(String code, String nom, String forme, List<String> etablissements, List<Lien> liens) {}

    /**
     * A territory that a cooperation has its seat in, covers, intervenes in or targets.
     *
     * @param role as in the list role_lien
     */
    record Lien(String role, Niveau niveau, String code) {}

    /** Where a part of the data comes from, of which date, and what it covers. */
    record Origine(Labels quoi, String date, Labels portee) {}
}
