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

/** Journeys from communes to all those within reach, as a CSV file with the columns of silver.trajet_commune. */
public final class TrajetsCsv {

    private static final String HEADER = "code_commune_origine;code_commune_destination;distance_geodesique_m;"
            + "distance_route_m;minutes;methode_trajet\n";

    private TrajetsCsv() {}

    /**
     * What was written.
     *
     * @param hors communes from which no journey could start
     */
    public record Bilan(long lignes, List<String> hors) {}

    /** Writes the file whole, or none. */
    public static Bilan write(Path file, Trajets trajets, List<PointCommune> origines, double minutesMax)
            throws IOException {
        long[] lignes = {0};
        List<String> hors = new java.util.ArrayList<>();
        WholeFile.write(file, part -> {
            try (BufferedWriter out = Files.newBufferedWriter(part)) {
                out.write(HEADER);
                for (PointCommune origine : origines) {
                    Map<String, Trajet> reached = reached(trajets, origine, minutesMax);
                    if (reached.isEmpty()) {
                        hors.add(origine.code());
                    }
                    for (Map.Entry<String, Trajet> one : reached.entrySet()) {
                        out.write(line(origine.code(), one.getKey(), one.getValue(), trajets.methode()));
                        lignes[0]++;
                    }
                }
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

    private static String line(String from, String to, Trajet trajet, String methode) {
        return from + ";" + to + ";" + Math.round(trajet.distanceGeodesiqueM()) + ";"
                + Math.round(trajet.distanceRouteM()) + ";" + Math.rint(trajet.minutes() * 100) / 100 + ";" + methode
                + "\n";
    }
}
