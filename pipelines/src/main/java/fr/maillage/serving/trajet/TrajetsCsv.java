package fr.maillage.serving.trajet;

import fr.maillage.MaillageException;
import fr.maillage.trajet.PointCommune;
import fr.maillage.trajet.Trajet;
import fr.maillage.trajet.Trajets;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Journeys from communes to all those within reach, as a CSV file that is a filled-in template {@code trajets}: ingested, it
 * becomes silver.trajet_declare.
 */
public final class TrajetsCsv {

    private static final String HEADER = "code_commune_origine;code_commune_destination;distance_geodesique_m;"
            + "distance_route_m;minutes;methode_trajet;millesime;minutes_max;obstacle_trajet;source\n";

    private TrajetsCsv() {}

    /**
     * What was written.
     *
     * @param hors communes from which no journey could start
     */
    public record Bilan(long lignes, List<String> hors) {}

    /**
     * What all lines of a file say.
     *
     * @param minutesMax time up to which journeys are looked for
     * @param millesime year of the geography of the codes
     * @param source who tells the journeys
     */
    public record Cadre(double minutesMax, int millesime, String source) {

        private String line(String from, String to, String journey, String methode, String obstacle) {
            return String.join(
                            ";",
                            from,
                            to,
                            journey,
                            methode,
                            String.valueOf(millesime),
                            obstacle.isEmpty() ? String.valueOf(minutesMax) : "",
                            obstacle,
                            source)
                    + "\n";
        }
    }

    /**
     * Writes the file whole, or none.
     *
     * @throws MaillageException when no journey could start from any of the communes
     */
    public static Bilan write(Path file, Trajets trajets, List<PointCommune> origines, Cadre cadre) throws IOException {
        long[] lignes = {0};
        List<String> hors = new java.util.ArrayList<>();
        WholeFile.write(file, part -> {
            try (BufferedWriter out = Files.newBufferedWriter(part)) {
                out.write(HEADER);
                for (PointCommune origine : origines) {
                    String from = origine.code();
                    Map<String, Trajet> reached = reached(trajets, origine, cadre.minutesMax());
                    if (reached.isEmpty()) {
                        hors.add(from);
                        out.write(cadre.line(from, from, ";;", trajets.methode(), "hors_couverture"));
                    }
                    for (Map.Entry<String, Trajet> one : reached.entrySet()) {
                        out.write(cadre.line(from, one.getKey(), journey(one.getValue()), trajets.methode(), ""));
                        lignes[0]++;
                    }
                }
            }
            if (lignes[0] == 0) {
                throw new MaillageException(
                        "Cannot write journeys from " + origines.get(0).code()
                                + (origines.size() > 1 ? " and " + (origines.size() - 1) + " others" : "")
                                + ": nothing covers them. Give an extract of the region, or raise trajet_accroche_max_m.");
            }
        });
        return new Bilan(lignes[0], hors);
    }

    /** Nothing where the extract does not cover the commune: the others are told all the same. */
    private static Map<String, Trajet> reached(Trajets trajets, PointCommune origine, double minutesMax) {
        try {
            return trajets.communes(origine.point(), minutesMax);
        } catch (MaillageException notCovered) {
            return Map.of();
        }
    }

    private static String journey(Trajet trajet) {
        return Math.round(trajet.distanceGeodesiqueM()) + ";" + Math.round(trajet.distanceRouteM()) + ";"
                + Math.rint(trajet.minutes() * 100) / 100;
    }
}
