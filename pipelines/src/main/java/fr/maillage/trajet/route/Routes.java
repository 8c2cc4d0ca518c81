package fr.maillage.trajet.route;

import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.isochrone.algorithm.ShortestPathTree.IsoLabel;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.storage.index.Snap;
import fr.maillage.MaillageException;
import fr.maillage.geo.Distances;
import fr.maillage.trajet.Point;
import fr.maillage.trajet.PointCommune;
import fr.maillage.trajet.Trajet;
import fr.maillage.trajet.Trajet.Obstacle;
import fr.maillage.trajet.Trajets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.locationtech.jts.algorithm.hull.ConcaveHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Journeys along the roads of an extract, by the quickest way and without traffic.
 *
 * <p>A journey starts and ends at the nearest place of a road; what lies between that and the place itself is not counted.
 * One search from a place answers for all others: the tree of shortest ways grows until its time is up.
 */
public final class Routes implements Trajets {

    /** No road is as quick: what is farther than this in a straight line is not within reach. */
    private static final double METRES_PER_MINUTE = 130_000 / 60.0;

    private static final double WEEK_MINUTES = 7 * 24 * 60.0;
    private static final double MINUTE_MS = 60_000;
    // Of the longest edge of a triangulation: 0 follows every crossing, 1 is the convex hull.
    private static final double HULL_RATIO = 0.2;
    private static final double BESIDE_ROAD_DEGREES = 0.002;
    private static final int QUADRANT = 2;
    private static final double AROUND_DEGREES = 0.1;

    private final ReseauRoutier reseau;
    private final List<PointCommune> communes;
    private final double accrocheMax;

    /**
     * @param communes those that journeys may go to
     * @param accrocheMax metres from a place to the road where a journey starts, at most
     */
    public Routes(ReseauRoutier reseau, List<PointCommune> communes, double accrocheMax) {
        this.reseau = reseau;
        this.accrocheMax = accrocheMax;
        this.communes = communes.stream()
                .filter(commune -> reseau.isNear(commune.point(), AROUND_DEGREES))
                .toList();
    }

    @Override
    public String methode() {
        return ROUTE;
    }

    @Override
    public Trajet entre(Point origine, Point destination) {
        return vers(origine, List.of(destination)).get(0);
    }

    @Override
    public List<Trajet> vers(Point origine, List<Point> destinations) {
        return new Recherche(origine, destinations).trajets(WEEK_MINUTES);
    }

    @Override
    public SortedMap<String, Trajet> communes(Point origine, double minutesMax) {
        List<PointCommune> near = communes.stream()
                .filter(commune -> metres(origine, commune.point()) <= minutesMax * METRES_PER_MINUTE)
                .toList();
        Recherche recherche =
                new Recherche(origine, near.stream().map(PointCommune::point).toList());
        recherche.check();
        List<Trajet> trajets = recherche.trajets(minutesMax);
        SortedMap<String, Trajet> reached = new TreeMap<>();
        for (int i = 0; i < near.size(); i++) {
            if (trajets.get(i).isWithin(minutesMax)) {
                reached.put(near.get(i).code(), trajets.get(i));
            }
        }
        return reached;
    }

    /** A hull around the crossings that are reached, which follows their outline. */
    @Override
    public Geometry surface(Point origine, double minutesMax) {
        List<Coordinate> places = new ArrayList<>();
        atteints(
                origine,
                minutesMax,
                found -> places.add(
                        new Coordinate(found.point().longitude(), found.point().latitude())));
        Geometry points = new GeometryFactory().createMultiPointFromCoords(places.toArray(Coordinate[]::new));
        return ConcaveHull.concaveHullByLengthRatio(points, HULL_RATIO).buffer(BESIDE_ROAD_DEGREES, QUADRANT);
    }

    /** All places on roads that are reached within a time, for a drawing of it. */
    void atteints(Point origine, double minutesMax, Consumer<Atteint> found) {
        Recherche recherche = new Recherche(origine, List.of());
        recherche.check();
        recherche.atteints(minutesMax, found);
    }

    /** A crossing that is reached, and how. */
    record Atteint(Point point, double minutes) {}

    private static double metres(Point a, Point b) {
        return Distances.metres(a.longitude(), a.latitude(), b.longitude(), b.latitude());
    }

    /** One tree of shortest ways, and what it found. */
    private final class Recherche {

        private final Point origine;
        private final List<Point> destinations;
        private final Snap start;
        private final List<Snap> ends;

        Recherche(Point origine, List<Point> destinations) {
            this.origine = origine;
            this.destinations = destinations;
            start = reseau.snap(origine);
            ends = destinations.stream().map(reseau::snap).toList();
        }

        private boolean isOnRoad(Snap snap) {
            return snap.isValid() && snap.getQueryDistance() <= accrocheMax;
        }

        void check() {
            if (!isOnRoad(start)) {
                String how = start.isValid()
                        ? "the nearest road is " + Math.round(start.getQueryDistance()) + " m away, the parameter"
                                + " trajet_accroche_max_m allows " + Math.round(accrocheMax)
                        : "it holds no road there";
                throw new MaillageException("Cannot follow roads from " + origine.longitude() + " " + origine.latitude()
                        + ": the extract does not cover the place, " + how + ". Give an extract of the region.");
            }
        }

        List<Trajet> trajets(double minutesMax) {
            Map<Integer, IsoLabel> labels = new HashMap<>();
            if (isOnRoad(start)) {
                search(graph(), minutesMax, label -> labels.put(label.node, label));
            }
            List<Trajet> trajets = new ArrayList<>();
            for (int i = 0; i < ends.size(); i++) {
                double straight = metres(origine, destinations.get(i));
                trajets.add(
                        isOnRoad(start) && isOnRoad(ends.get(i))
                                ? trajet(straight, labels.get(ends.get(i).getClosestNode()))
                                : Trajet.refused(straight, Obstacle.HORS_COUVERTURE));
            }
            return trajets;
        }

        private static Trajet trajet(double straight, IsoLabel label) {
            return label == null
                    ? Trajet.refused(straight, Obstacle.SANS_CHEMIN)
                    : Trajet.found(straight, label.distance, label.time / MINUTE_MS);
        }

        void atteints(double minutesMax, Consumer<Atteint> found) {
            QueryGraph graph = graph();
            search(
                    graph,
                    minutesMax,
                    label -> found.accept(new Atteint(
                            new Point(
                                    graph.getNodeAccess().getLon(label.node),
                                    graph.getNodeAccess().getLat(label.node)),
                            label.time / MINUTE_MS)));
        }

        /** The roads, with a crossing at each place: a snap gets its number from it. */
        private QueryGraph graph() {
            List<Snap> snaps =
                    new ArrayList<>(ends.stream().filter(this::isOnRoad).toList());
            snaps.add(start);
            return QueryGraph.create(reseau.graph(), snaps);
        }

        private void search(QueryGraph graph, double minutesMax, Consumer<IsoLabel> found) {
            ShortestPathTree tree = new ShortestPathTree(
                    graph, graph.wrapWeighting(reseau.weighting()), false, TraversalMode.NODE_BASED);
            // The tree needs a limit.
            tree.setTimeLimit(Math.min(minutesMax, WEEK_MINUTES) * MINUTE_MS);
            tree.search(start.getClosestNode(), label -> {
                if (label.time <= minutesMax * MINUTE_MS) {
                    found.accept(label);
                }
            });
        }
    }
}
