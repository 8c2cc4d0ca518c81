package fr.maillage.example;

import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/** How many people live where: many in the towns, fewer with every kilometre away from them. */
final class Population {

    private Population() {}

    /** Inhabitants of a commune that has so many square kilometres. */
    static int of(String nom, Epci epci, double km2, Coordinate bourg, Random random) {
        double chance = StrictMath.exp(0.45 * random.nextGaussian());
        if (nom.equals(Territoire.COMMUNE_SANS_HABITANT)) {
            return 0;
        }
        if (nom.equals(epci.chefLieu())) {
            return epci.population() + random.nextInt(700);
        }
        Coordinate seat = Meandres.bend(epci.x(), epci.y());
        double km = seat.distance(bourg) / 1000;
        double around = epci.population() / 130.0 * StrictMath.exp(-km / 4.5);
        return (int) Math.max(31, km2 * (17 + around) * chance);
    }
}
