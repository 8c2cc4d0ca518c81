package fr.maillage.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Where the villages are: dense around towns, sparse in the country, never on top of each other.
 *
 * <p>Each new one is the best of a few random places (Mitchell's best candidate), distances weighed by how far from the
 * nearest seat of an EPCI it stands.
 */
final class Semis {

    private static final int CANDIDATES = 24;

    private Semis() {}

    /** So many places on the land; the first are the seats, in their order. */
    static List<Coordinate> sites(List<Epci> epci, Geometry land, int count) {
        Random random = new Random(1901);
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(land);
        Envelope box = land.getEnvelopeInternal();
        List<Coordinate> sites = new ArrayList<>();
        epci.forEach(e -> sites.add(new Coordinate(e.x(), e.y())));
        while (sites.size() < count) {
            Coordinate best = null;
            double bestRoom = -1;
            for (int i = 0; i < CANDIDATES; i++) {
                Coordinate place = place(random, box, inside);
                double room = room(place, sites, epci);
                if (room > bestRoom) {
                    best = place;
                    bestRoom = room;
                }
            }
            sites.add(best);
        }
        return sites;
    }

    private static Coordinate place(Random random, Envelope box, IndexedPointInAreaLocator inside) {
        Coordinate place;
        do {
            place = new Coordinate(
                    Math.rint(box.getMinX() + random.nextDouble() * box.getWidth()),
                    Math.rint(box.getMinY() + random.nextDouble() * box.getHeight()));
        } while (inside.locate(place) != Location.INTERIOR);
        return place;
    }

    private static double room(Coordinate place, List<Coordinate> sites, List<Epci> epci) {
        double nearest = Double.MAX_VALUE;
        for (Coordinate site : sites) {
            nearest = Math.min(nearest, place.distance(site));
        }
        double seat = Double.MAX_VALUE;
        for (Epci one : epci) {
            seat = Math.min(seat, one.distance(place.x, place.y));
        }
        double city = epci.get(0).distance(place.x, place.y);
        return nearest / (1100 + Math.min(0.2 * seat, 0.11 * city + 700));
    }
}
