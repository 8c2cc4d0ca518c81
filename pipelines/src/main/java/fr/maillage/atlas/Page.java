package fr.maillage.atlas;

import fr.maillage.atlas.AtlasData.Commune;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One file of the atlas: which communes it is about and how closely it shows them.
 *
 * @param niveaux levels it shows
 * @param region code of the région it is about, null when it is about everything
 */
record Page(String file, Labels title, Detail detail, List<Niveau> niveaux, List<Commune> communes, String region) {

    /** How closely a page shows its territories. */
    enum Detail {
        /** Many communes: drawn up to the EPCI, simplified for a screen that shows a country. */
        GENERAL(200, 50),
        /** Few enough communes to draw each, with establishments and cooperations. */
        COMMUNAL(60, 10);

        private final double tolerance;
        private final double step;

        Detail(double tolerance, double step) {
            this.tolerance = tolerance;
            this.step = step;
        }

        /** Details smaller than this, in metres, are smoothed away. */
        double tolerance() {
            return tolerance;
        }

        /** Unit of the coordinates, in metres. */
        double step() {
            return step;
        }
    }

    /** Codes of the territories of that level, each with its number on this page. */
    Map<String, Integer> numbers(Niveau niveau) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        communes.stream()
                .map(commune -> commune.territoire(niveau))
                .filter(Objects::nonNull)
                .sorted()
                .distinct()
                .forEach(code -> numbers.put(code, numbers.size()));
        return numbers;
    }

    boolean isCommunal() {
        return detail == Detail.COMMUNAL;
    }
}
