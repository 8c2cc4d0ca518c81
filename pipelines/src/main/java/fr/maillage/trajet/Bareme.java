package fr.maillage.trajet;

import fr.maillage.MaillageException;
import fr.maillage.schemas.CodeList;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How an estimate turns a straight line into a road and a time: {@code codes/detour_trajet}, {@code codes/classe_densite}.
 *
 * <p>A journey goes at local speed near its ends, then at the speed of roads, and in the middle of long ones at that of
 * motorways. Road lengths are told at the ends of the bands and lie on a line between them: they rise with the distance,
 * ever less steeply, so that no way through a third place is shorter.
 */
public final class Bareme implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final double METRES_PER_KM = 1000;
    private static final double MINUTES_PER_HOUR = 60;

    /** Minutes per metre at the ends and on the way. */
    private record Allure(double locale, double route) implements Serializable {}

    private final double[] distances;
    private final double[] routes;
    private final HashMap<String, Allure> allures = new HashMap<>();
    private final double local;
    private final double route;
    private final double rapide;
    private final Allure best;

    private Bareme(double local, double route, double rapide) {
        if (!(local >= 0 && route >= local && rapide > 0)) {
            throw new MaillageException("Cannot use the parameters: trajet_local_m may not be negative nor exceed"
                    + " trajet_route_m, and trajet_rapide_kmh is above 0. Correct --set or parametres.yaml.");
        }
        this.local = local;
        this.route = route;
        this.rapide = allure(rapide);
        List<Map<String, String>> bands = CodeList.read("detour_trajet").rows();
        distances = new double[bands.size() + 1];
        routes = new double[bands.size() + 1];
        for (int i = 1; i < distances.length; i++) {
            distances[i] = number(bands.get(i - 1), "distance_km") * METRES_PER_KM;
            routes[i] = distances[i] * number(bands.get(i - 1), "facteur");
        }
        CodeList.read("classe_densite")
                .rows()
                .forEach(row -> allures.put(
                        row.get("code"),
                        new Allure(
                                allure(number(row, "vitesse_locale_kmh")), allure(number(row, "vitesse_route_kmh")))));
        best = new Allure(
                allures.values().stream().mapToDouble(Allure::locale).min().orElseThrow(),
                allures.values().stream().mapToDouble(Allure::route).min().orElseThrow());
    }

    /**
     * @param local metres at each end at local speed
     * @param route metres from each end up to which the speed is that of roads
     * @param rapide speed beyond, in km/h
     */
    public static Bareme read(double local, double route, double rapide) {
        return new Bareme(local, route, rapide);
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static double allure(double kmPerHour) {
        return MINUTES_PER_HOUR / (kmPerHour * METRES_PER_KM);
    }

    /** Metres by road for metres in a straight line. */
    public double route(double metres) {
        int band = 1;
        while (band < distances.length - 1 && metres > distances[band]) {
            band++;
        }
        double slope = (routes[band] - routes[band - 1]) / (distances[band] - distances[band - 1]);
        return routes[band - 1] + (metres - distances[band - 1]) * slope;
    }

    /** Minutes per metre on the way through a class of density. */
    double allureRoute(String classe) {
        return allures.get(classe).route();
    }

    /** Minutes for metres by road, between two classes of density, at a pace of its own on the way. */
    double minutes(double metres, String origine, String destination, double allureRoute) {
        return minutes(
                metres, allures.get(origine).locale() + allures.get(destination).locale(), allureRoute);
    }

    /** The fewest minutes that so many metres in a straight line can take. */
    double fewestMinutes(double metres) {
        return minutes(route(metres), 2 * best.locale(), best.route());
    }

    private double minutes(double metres, double bothLocal, double allureRoute) {
        double ends = Math.min(local, metres / 2);
        double roads = Math.min(route - local, metres / 2 - ends);
        double middle = metres - 2 * (ends + roads);
        return ends * bothLocal + 2 * roads * allureRoute + middle * Math.min(rapide, allureRoute);
    }

    /** Metres in a straight line beyond which no journey takes so few minutes. */
    double farthest(double minutes) {
        double near = 0;
        double far = 1000;
        while (fewestMinutes(far) <= minutes) {
            far *= 2;
        }
        while (far - near > 1) {
            double between = (near + far) / 2;
            if (fewestMinutes(between) <= minutes) {
                near = between;
            } else {
                far = between;
            }
        }
        return far;
    }
}
