package fr.maillage.trajet;

import fr.maillage.trajet.Trajet.Obstacle;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds which of some communes is reached first from a place, by the estimate. */
public final class PlusProche implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final double FIRST_METRES = 10_000;
    private static final double LAST_METRES = 640_000;

    /** The commune reached first, and the way there. */
    public record Reponse(PointCommune commune, Trajet trajet) {}

    private final Estimation estimation;
    private final int[] cibles;
    private final Voisinage voisinage;

    /** @param cibles numbers of the communes to choose from */
    public PlusProche(Estimation estimation, int[] cibles) {
        this.estimation = estimation;
        this.cibles = cibles.clone();
        List<PointCommune> communes = estimation.communes();
        voisinage = new Voisinage(java.util.Arrays.stream(cibles)
                .mapToObj(i -> communes.get(i).point())
                .toList());
    }

    /** Null when none can be reached. */
    public Reponse depuis(Point origine) {
        return depuis(origine, estimation.commune(origine));
    }

    /** Null when none can be reached. */
    public Reponse depuis(int commune) {
        return depuis(estimation.communes().get(commune).point(), commune);
    }

    /**
     * From a place in a commune; null when none can be reached.
     *
     * @param from number of the commune
     */
    public Reponse depuis(Point origine, int from) {
        return depuis(origine, from, commune -> true);
    }

    /**
     * From a place in a commune to one of some communes; null when none can be reached.
     *
     * @param from number of the commune
     * @param parmi which of the communes may be the answer
     */
    public Reponse depuis(Point origine, int from, Predicate<PointCommune> parmi) {
        if (from == Sol.NOBODY) {
            return null;
        }
        Reponse best = null;
        for (double metres = FIRST_METRES; metres <= LAST_METRES; metres *= 2) {
            best = within(origine, from, metres, parmi);
            if (best != null && best.trajet().minutes() <= estimation.fewestMinutes(metres)) {
                return best;
            }
        }
        return best;
    }

    /** The best in a straight line, unless one around water, for which the best leaves time, is better. */
    private Reponse within(Point origine, int from, double metres, Predicate<PointCommune> parmi) {
        Reponse[] best = {null};
        List<Integer> barred = new ArrayList<>();
        Estimation.Depart straight = estimation.depart(origine, from, 0);
        voisinage.around(origine, metres, cible -> {
            PointCommune commune = estimation.communes().get(cibles[cible]);
            if (!parmi.test(commune)) {
                return;
            }
            Trajet trajet = straight.enLigneDroite(commune.point(), cibles[cible]);
            if (trajet.obstacle() == Obstacle.HORS_TERRE) {
                barred.add(cibles[cible]);
            }
            best[0] = better(trajet, commune, best[0]);
        });
        double limit = best[0] == null
                ? metres
                : Math.min(metres, estimation.farthest(best[0].trajet().minutes()));
        Estimation.Depart around = estimation.depart(origine, from, limit);
        for (int cible : barred) {
            PointCommune commune = estimation.communes().get(cible);
            if (Estimation.metres(origine, commune.point()) <= limit) {
                best[0] = better(around.vers(commune.point(), cible), commune, best[0]);
            }
        }
        return best[0];
    }

    private static Reponse better(Trajet trajet, PointCommune commune, Reponse best) {
        boolean first = best == null || trajet.minutes() == null;
        boolean better = trajet.minutes() != null && (first || isBetter(trajet, commune, best));
        return better ? new Reponse(commune, trajet) : best;
    }

    /** Of two as near, the first code: the answer depends on no order. */
    private static boolean isBetter(Trajet trajet, PointCommune commune, Reponse best) {
        int order = trajet.minutes().compareTo(best.trajet().minutes());
        return order < 0
                || (order == 0 && commune.code().compareTo(best.commune().code()) < 0);
    }
}
