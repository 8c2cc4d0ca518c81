package fr.maillage.trajet;

import fr.maillage.MaillageException;
import fr.maillage.geo.Distances;
import fr.maillage.trajet.Trajet.Obstacle;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.locationtech.jts.geom.Geometry;

/**
 * Journeys without a road map: the straight line, longer by a detour, at speeds that follow the densities at its ends and
 * on its way.
 *
 * <p>It is the same there and back. It knows mountains by arrondissement, no motorway by its place, no hour of the day. Where the straight
 * line crosses more water or foreign land than a parameter allows, it goes around over land ({@link Chemins}), or tells
 * nothing; it never goes from one land to another ({@link Terres}).
 *
 * <p>It holds arrays of a few megabytes: in a Spark function, broadcast it.
 */
public final class Estimation implements Trajets, Serializable {

    private static final long serialVersionUID = 1L;
    private static final double METRES_BETWEEN_SAMPLES = 2000;
    private static final double AROUND_TIMES = 6;
    private static final double AROUND_METRES = 50_000;
    private static final double LONGEST_AROUND = 500_000;
    private static final double METRES_PER_DEGREE = 111_195;
    /** Sphere and ellipsoid differ by less than this share. */
    private static final double MARGIN = 1.015;

    private final ArrayList<PointCommune> communes;
    private final HashMap<Point, Integer> known = new HashMap<>();
    private final HashMap<String, Integer> numbers = new HashMap<>();
    private final ArrayList<Sol> sols = new ArrayList<>();
    /** The land of each commune, by its place in {@link #sols}. */
    private final int[] terres;

    private final double[] alluresLocales;
    private final Traversee.Terrains terrains;
    private final Voisinage voisinage;
    private final Bareme bareme;
    private final double horsTerreMax;

    /** @param horsTerreMax metres of water or foreign land that a straight line may cross */
    public Estimation(List<PointCommune> communes, Bareme bareme, double horsTerreMax) {
        this.communes = new ArrayList<>(communes);
        this.bareme = bareme;
        this.horsTerreMax = horsTerreMax;
        voisinage = new Voisinage(communes.stream().map(PointCommune::point).toList());
        alluresLocales = communes.stream()
                .mapToDouble(commune -> bareme.allureLocale(commune.classe()))
                .toArray();
        terrains = new Traversee.Terrains(communes.stream().map(bareme::terrain).toList(), bareme.terrainInconnu());
        Map<String, List<Integer>> lands = new TreeMap<>();
        for (int i = 0; i < communes.size(); i++) {
            known.putIfAbsent(communes.get(i).point(), i);
            numbers.put(communes.get(i).code(), i);
            lands.computeIfAbsent(communes.get(i).terre(), missing -> new ArrayList<>())
                    .add(i);
        }
        terres = new int[communes.size()];
        for (List<Integer> members : lands.values()) {
            members.forEach(member -> terres[member] = sols.size());
            sols.add(new Sol(communes, members.stream().mapToInt(i -> i).toArray()));
        }
    }

    @Override
    public String methode() {
        return ESTIMATION;
    }

    /** The communes it knows, by their numbers. */
    public List<PointCommune> communes() {
        return communes;
    }

    /** Number of a commune by its code; -1 when it is not known. */
    public int numero(String code) {
        return numbers.getOrDefault(code, Sol.NOBODY);
    }

    /** Number of the commune at a place, roughly; -1 outside all of them. */
    public int commune(Point place) {
        Integer exact = known.get(place);
        if (exact != null) {
            return exact;
        }
        int nearest = Sol.NOBODY;
        for (Sol sol : sols) {
            int found = sol.at(place.longitude(), place.latitude());
            if (found != Sol.NOBODY && (nearest == Sol.NOBODY || metres(place, found) < metres(place, nearest))) {
                nearest = found;
            }
        }
        return nearest;
    }

    /** Whether a journey may start there. */
    public boolean covers(Point place) {
        return commune(place) != Sol.NOBODY;
    }

    private double metres(Point place, int commune) {
        return metres(place, communes.get(commune).point());
    }

    /** Metres in a straight line. */
    public static double metres(Point a, Point b) {
        return Distances.metres(a.longitude(), a.latitude(), b.longitude(), b.latitude());
    }

    @Override
    public Trajet entre(Point origine, Point destination) {
        return depart(origine, commune(origine), farthestAround(metres(origine, destination)))
                .vers(destination, commune(destination));
    }

    /** How far to look for a way around what lies between: a bay or an estuary at most. */
    private static double farthestAround(double metres) {
        return Math.min(AROUND_TIMES * metres + AROUND_METRES, LONGEST_AROUND);
    }

    @Override
    public List<Trajet> vers(Point origine, List<Point> destinations) {
        double longest = destinations.stream()
                .mapToDouble(to -> metres(origine, to))
                .max()
                .orElse(0);
        Depart depart = depart(origine, commune(origine), farthestAround(longest));
        return destinations.stream().map(to -> depart.vers(to, commune(to))).toList();
    }

    /**
     * A place that journeys start from.
     *
     * @param from number of its commune
     * @param farthest metres by land beyond which no way around water is looked for
     */
    Depart depart(Point origine, int from, double farthest) {
        return new Depart(origine, from, farthest);
    }

    @Override
    public SortedMap<String, Trajet> communes(Point origine, double minutesMax) {
        int from = check(origine);
        SortedMap<String, Trajet> reached = new TreeMap<>();
        atteintes(
                origine,
                from,
                minutesMax,
                bareme.farthest(minutesMax),
                (trajet, to) -> reached.put(communes.get(to).code(), trajet));
        return reached;
    }

    @Override
    public Geometry surface(Point origine, double minutesMax) {
        int from = check(origine);
        double farthest = bareme.farthest(minutesMax);
        Depart depart = depart(origine, from, farthest);
        return Carreaux.around(
                origine, farthest, place -> depart.vers(place, commune(place)).isWithin(minutesMax));
    }

    private int check(Point origine) {
        int from = commune(origine);
        if (from == Sol.NOBODY) {
            throw new MaillageException("Cannot estimate a journey from " + origine.longitude() + " "
                    + origine.latitude() + ": the place is in no commune whose contour is loaded. "
                    + "Give longitude, then latitude, in degrees.");
        }
        return from;
    }

    /** The communes within reach of a commune, by their numbers, itself among them. */
    public void atteintes(int origine, double minutesMax, double farthest, ObjIntConsumer<Trajet> found) {
        atteintes(communes.get(origine).point(), origine, minutesMax, farthest, found);
    }

    /** Metres in a straight line beyond which nothing is within reach. */
    public double farthest(double minutesMax) {
        return bareme.farthest(minutesMax);
    }

    /** The fewest minutes that so many metres in a straight line can take. */
    double fewestMinutes(double metres) {
        return bareme.fewestMinutes(metres);
    }

    private void atteintes(Point origine, int from, double minutesMax, double farthest, ObjIntConsumer<Trajet> found) {
        Depart depart = depart(origine, from, farthest);
        voisinage.around(origine, farthest * MARGIN, to -> {
            double least = metresAtLeast(origine, communes.get(to).point());
            if (least <= farthest
                    && bareme.fewestMinutes(least, alluresLocales[from] + alluresLocales[to]) <= minutesMax) {
                Trajet trajet = depart.vers(communes.get(to).point(), to);
                if (trajet.isWithin(minutesMax)) {
                    found.accept(trajet, to);
                }
            }
        });
    }

    /** On a plane, with a margin: the ellipsoid costs twenty times as much. */
    private static double metresAtLeast(Point a, Point b) {
        double north = a.latitude() - b.latitude();
        double middle = Math.toRadians((a.latitude() + b.latitude()) / 2);
        double east = (a.longitude() - b.longitude()) * Math.cos(middle);
        return Math.sqrt(north * north + east * east) * METRES_PER_DEGREE / MARGIN;
    }

    /** Journeys from one place; ways around water are looked for once, and only if a straight line is barred. */
    final class Depart {

        private final Point origine;
        private final int from;
        private final double farthest;
        private final Traversee traversee = new Traversee(terrains);
        private Chemins chemins;

        private Depart(Point origine, int from, double farthest) {
            this.origine = origine;
            this.from = from;
            this.farthest = farthest;
        }

        /** @param to number of the commune of the destination */
        Trajet vers(Point destination, int to) {
            Trajet straight = enLigneDroite(destination, to);
            return straight.obstacle() == Obstacle.HORS_TERRE ? parLaTerre(straight, destination, to) : straight;
        }

        /** Without looking for a way around. */
        Trajet enLigneDroite(Point destination, int to) {
            double metres = metres(origine, destination);
            if (from == Sol.NOBODY || to == Sol.NOBODY) {
                return Trajet.refused(metres, Obstacle.HORS_COUVERTURE);
            }
            if (terres[from] != terres[to]) {
                return Trajet.refused(metres, Obstacle.TERRES_SEPAREES);
            }
            cross(sols.get(terres[from]), destination, metres);
            return traversee.dehors() > horsTerreMax
                    ? Trajet.refused(metres, Obstacle.HORS_TERRE)
                    : found(metres, metres, to, traversee.terrain());
        }

        /** Along the straight line. */
        private void cross(Sol sol, Point destination, double metres) {
            int samples = (int) (metres / METRES_BETWEEN_SAMPLES) + 1;
            double east = (destination.longitude() - origine.longitude()) / samples;
            double north = (destination.latitude() - origine.latitude()) / samples;
            // From a place to itself the one step has a length too, so that there is a mean.
            double length = Math.max(metres, 1) / samples;
            traversee.clear();
            for (int i = 0; i < samples; i++) {
                traversee.add(
                        sol.at(origine.longitude() + (i + 0.5) * east, origine.latitude() + (i + 0.5) * north), length);
            }
        }

        private Trajet parLaTerre(Trajet straight, Point destination, int to) {
            if (chemins == null) {
                double limit = farthest + (Chemins.OUTSIDE - 1) * Math.min(horsTerreMax, AROUND_METRES);
                chemins = new Chemins(sols.get(terres[from]), origine, terrains, limit);
            }
            Chemins.Chemin chemin = chemins.vers(destination);
            return chemin == null || chemin.dehors() > horsTerreMax
                    ? straight
                    : found(
                            straight.distanceGeodesiqueM(),
                            Math.max(chemin.metres(), straight.distanceGeodesiqueM()),
                            to,
                            chemin.terrain());
        }

        private Trajet found(double geodesique, double metres, int to, Terrain terrain) {
            double route = bareme.route(metres) * terrain.allongement();
            double bothLocal = alluresLocales[from] + alluresLocales[to];
            return Trajet.found(
                    geodesique, route, bareme.minutes(route, bothLocal, terrain.allure(), terrain.montagne()));
        }
    }
}
