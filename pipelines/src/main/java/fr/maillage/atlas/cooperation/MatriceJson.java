package fr.maillage.atlas.cooperation;

import static fr.maillage.schemas.Columns.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The positioning matrix of a cooperation: four quadrants; a point that holds for several partners stands once. */
final class MatriceJson {

    private static final List<String> QUADRANTS = List.of("point_fort", "point_faible", "opportunite", "risque");

    private final CooperationsMots mots;
    private final PhraseFait phrases;
    private final Blocs formes;

    MatriceJson(CooperationsMots mots, PhraseFait phrases, Blocs formes) {
        this.mots = mots;
        this.phrases = phrases;
        this.formes = formes;
    }

    Map<String, Object> of(List<Map<String, Object>> points) {
        Map<String, Object> matrice =
                new LinkedHashMap<>(formes.bloc("matrice", mots.mot("matrice"), List.of(), List.of()));
        matrice.put(
                "quadrants",
                QUADRANTS.stream()
                        .map(quadrant -> formes.bloc(
                                "ul", mots.mot("quadrant." + quadrant), List.of(), lignes(points, quadrant)))
                        .toList());
        return matrice;
    }

    private List<List<String>> lignes(List<Map<String, Object>> points, String quadrant) {
        Map<List<String>, List<Map<String, Object>>> alike = points.stream()
                .filter(point -> quadrant.equals(point.get(QUADRANT)))
                .collect(Collectors.groupingBy(
                        point -> Arrays.asList(
                                Lignes.text(point, POINT),
                                Lignes.text(point, ORIGINE_POINT),
                                Lignes.text(point, SOURCE_FAIT)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<List<String>> lignes = new ArrayList<>();
        alike.values().forEach(same -> lignes.add(formes.cells(dit(same), source(same.get(0)))));
        return lignes;
    }

    /** "Partner: point (measure)", or "Point: partner (measure), partner (measure)" when several share it. */
    private String dit(List<Map<String, Object>> same) {
        String point = mots.label(Lignes.text(same.get(0), POINT));
        String colon = mots.mot("deux_points") + " ";
        List<String> who = same.stream().map(this::partenaire).distinct().toList();
        if (who.size() > 1) {
            return point + colon + String.join(", ", who);
        }
        String one = phrases.acteur(same.get(0));
        return (one == null ? "" : one + colon) + point + mesure(same.get(0));
    }

    private String partenaire(Map<String, Object> point) {
        String who = phrases.acteur(point);
        return (who == null ? mots.mot("inconnu") : who) + mesure(point);
    }

    private String mesure(Map<String, Object> point) {
        return point.get(MESURE_POINT) == null ? "" : " (" + mots.number((Number) point.get(MESURE_POINT)) + ")";
    }

    private String source(Map<String, Object> point) {
        String origin = mots.mot("point." + Lignes.text(point, ORIGINE_POINT));
        String source = Lignes.text(point, SOURCE_FAIT);
        return source == null ? origin : origin + ", " + source;
    }
}
