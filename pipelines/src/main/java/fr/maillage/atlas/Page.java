package fr.maillage.atlas;

import fr.maillage.atlas.AtlasData.Commune;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One file of the atlas: which communes it is about and how closely it shows them.
 *
 * @param region code of the région it is about, null when it is about everything
 */
record Page(String file, Labels title, Detail detail, List<Commune> communes, String region) {

    /** How closely a page shows its territories. */
    enum Detail {
        /** Many communes: drawn up to the EPCI, simplified for a screen that shows a country. */
        GENERAL(200, 50, List.of(Niveau.NATIONAL, Niveau.REGION, Niveau.DEPARTEMENT, Niveau.EPCI)),
        /** Few enough communes to draw each, with establishments and cooperations. */
        COMMUNAL(60, 10, List.of(Niveau.values()));

        private final double tolerance;
        private final double step;
        private final List<Niveau> niveaux;

        Detail(double tolerance, double step, List<Niveau> niveaux) {
            this.tolerance = tolerance;
            this.step = step;
            this.niveaux = niveaux;
        }

        /** Details smaller than this, in metres, are smoothed away. */
        double tolerance() {
            return tolerance;
        }

        /** Unit of the coordinates, in metres. */
        double step() {
            return step;
        }

        List<Niveau> niveaux() {
            return niveaux;
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
