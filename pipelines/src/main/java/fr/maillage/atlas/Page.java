package fr.maillage.atlas;

import fr.maillage.atlas.AtlasData.Commune;
import fr.maillage.atlas.AtlasData.Zone;
import fr.maillage.atlas.habillage.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One file of the atlas: which communes it is about and how closely it shows them.
 *
 * @param niveaux levels it shows
 * @param zones those that reach into its communes, of levels whose territories have shapes of their own
 * @param region code of the région it is about, null when it is about everything
 */
record Page(
        String file,
        Labels title,
        Detail detail,
        List<Niveau> niveaux,
        List<Commune> communes,
        Map<Niveau, List<Zone>> zones,
        String region) {

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
        codes(niveau).filter(Objects::nonNull).sorted().distinct().forEach(code -> numbers.put(code, numbers.size()));
        return numbers;
    }

    private Stream<String> codes(Niveau niveau) {
        return zones.containsKey(niveau)
                ? zones.get(niveau).stream().map(Zone::code)
                : communes.stream().map(commune -> commune.territoire(niveau));
    }

    boolean isCommunal() {
        return detail == Detail.COMMUNAL;
    }
}
