package fr.maillage.trajet;

import fr.maillage.MaillageException;
import fr.maillage.schemas.Parametre;
import fr.maillage.schemas.Parametres;
import java.io.Serializable;
import java.util.function.ToDoubleFunction;

/**
 * How an estimated journey gets faster with the distance from its ends: streets, roads, expressways, motorways.
 *
 * @param locale metres at each end at local speed
 * @param route metres from each end up to which the speed is that of roads
 * @param rapide metres from each end up to which it is that of expressways
 * @param rapideKmh speed of expressways, the way to them included
 * @param autorouteKmh speed beyond
 */
public record Vitesses(double locale, double route, double rapide, double rapideKmh, double autorouteKmh)
        implements Serializable {

    /** @throws MaillageException when they do not rise */
    public Vitesses {
        if (!(locale >= 0 && route >= locale && rapide >= route && rapideKmh > 0 && autorouteKmh >= rapideKmh)) {
            throw new MaillageException("Cannot use the parameters: trajet_local_m, trajet_route_m and trajet_rapide_m"
                    + " may not be negative nor fall, nor may trajet_rapide_kmh and trajet_autoroute_kmh, which are above"
                    + " 0. Correct --set or parametres.yaml.");
        }
    }

    /** As parameters say. */
    public static Vitesses of(ToDoubleFunction<Parametre<Double>> valeurs) {
        return new Vitesses(
                valeurs.applyAsDouble(Parametres.TRAJET_LOCAL_M),
                valeurs.applyAsDouble(Parametres.TRAJET_ROUTE_M),
                valeurs.applyAsDouble(Parametres.TRAJET_RAPIDE_M),
                valeurs.applyAsDouble(Parametres.TRAJET_RAPIDE_KMH),
                valeurs.applyAsDouble(Parametres.TRAJET_AUTOROUTE_KMH));
    }
}
