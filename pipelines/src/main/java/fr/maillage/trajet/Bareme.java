package fr.maillage.trajet;

import fr.maillage.schemas.CodeList;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How an estimate turns a straight line into a road and a time: {@code codes/detour_trajet}, {@code codes/classe_densite},
 * {@code codes/relief}.
 *
 * <p>A journey goes at local speed near its ends, then at the speed of roads, then at those of expressways and motorways
 * ({@link Vitesses}); in mountains it is longer, slower, and finds none of these. Road lengths are told at the ends of the
 * bands and lie on a line between them: they rise with the distance, ever less steeply, so that no way through a third place
 * is shorter.
 */
public final class Bareme implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final double METRES_PER_KM = 1000;
    private static final double MINUTES_PER_HOUR = 60;

    /** Minutes per metre at the ends and on the way. */
    private record Allure(double locale, double route) implements Serializable {}

    /** How much longer roads are, at which share of the speed, and whether expressways are there. */
    private record Relief(double allongement, double vitesse, boolean rapide) implements Serializable {}

    private final double[] distances;
    private final double[] routes;
    private final HashMap<String, Allure> allures = new HashMap<>();
    private final HashMap<String, Relief> reliefs = new HashMap<>();
    private final Vitesses vitesses;
    private final double rapide;
    private final double autoroute;
    private final Allure best;

    private Bareme(Vitesses vitesses) {
        this.vitesses = vitesses;
        rapide = allure(vitesses.rapideKmh());
        autoroute = allure(vitesses.autorouteKmh());
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
        CodeList.read("relief").rows().forEach(row -> reliefs.put(row.get("code"), relief(row)));
        best = new Allure(
                allures.values().stream().mapToDouble(Allure::locale).min().orElseThrow(),
                allures.values().stream().mapToDouble(Allure::route).min().orElseThrow());
    }

    /** By these speeds and the closed lists. */
    public static Bareme of(Vitesses vitesses) {
        return new Bareme(vitesses);
    }

    private static Relief relief(Map<String, String> row) {
        return new Relief(
                number(row, "allongement"),
                number(row, "vitesse"),
                row.get("rapide").equals("oui"));
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static double allure(double kmPerHour) {
        return MINUTES_PER_HOUR / (kmPerHour * METRES_PER_KM);
    }

    /** Metres by road for metres in a straight line, on plain land. */
    public double route(double metres) {
        int band = 1;
        while (band < distances.length - 1 && metres > distances[band]) {
            band++;
        }
        double slope = (routes[band] - routes[band - 1]) / (distances[band] - distances[band - 1]);
        return routes[band - 1] + (metres - distances[band - 1]) * slope;
    }

    /** What a way through a commune is like. */
    Terrain terrain(PointCommune commune) {
        return terrain(commune.classe(), commune.relief());
    }

    /** What a way is like where nothing is known. */
    Terrain terrainInconnu() {
        return terrain(Densites.INCONNUE, Reliefs.PLAINE);
    }

    private Terrain terrain(String classe, String relief) {
        Relief here = reliefs.get(relief);
        return new Terrain(allures.get(classe).route() / here.vitesse(), here.allongement(), here.rapide() ? 0 : 1);
    }

    /** Minutes per metre at an end of a journey in a class of density. */
    double allureLocale(String classe) {
        return allures.get(classe).locale();
    }

    /**
     * Minutes for metres by road.
     *
     * @param bothLocal minutes per metre at both ends, added
     */
    double minutes(double metres, double bothLocal, double allureRoute, double montagne) {
        double half = metres / 2;
        double ends = Math.min(vitesses.locale(), half);
        double roads = Math.min(vitesses.route(), half);
        double fast = Math.min(vitesses.rapide(), half);
        double slow = montagne * allureRoute;
        double plain = 1 - montagne;
        return ends * bothLocal
                + 2 * (roads - ends) * allureRoute
                + 2 * (fast - roads) * (slow + plain * Math.min(rapide, allureRoute))
                + 2 * (half - fast) * (slow + plain * Math.min(autoroute, allureRoute));
    }

    /** The fewest minutes that so many metres in a straight line can take. */
    double fewestMinutes(double metres) {
        return fewestMinutes(metres, 2 * best.locale());
    }

    /** The same between two ends of which the paces, added, are known. */
    double fewestMinutes(double metres, double bothLocal) {
        return minutes(route(metres), bothLocal, best.route(), 0);
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
