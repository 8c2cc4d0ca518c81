package fr.maillage.silver.trajet;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.trajet.Estimation;
import fr.maillage.trajet.PlusProche;
import fr.maillage.trajet.Point;
import fr.maillage.trajet.PointCommune;
import fr.maillage.trajet.Trajets;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The way from a place to the nearest urban commune, or why there is none. */
final class Acces implements Serializable {

    static final StructType TYPE = new StructType()
            .add(CODE_COMMUNE_URBAINE, DataTypes.StringType)
            .add(DISTANCE_GEODESIQUE_M, DataTypes.DoubleType)
            .add(DISTANCE_ROUTE_M, DataTypes.DoubleType)
            .add(MINUTES_ZONE_URBAINE, DataTypes.DoubleType)
            .add(OBSTACLE_TRAJET, DataTypes.StringType)
            .add(EST_ELOIGNE, DataTypes.BooleanType)
            .add(METHODE_TRAJET, DataTypes.StringType);

    private static final long serialVersionUID = 1L;

    private final Estimation estimation;
    private final PlusProche plusProche;
    private final HashSet<String> urbaines = new HashSet<>();
    /** Lands with an urban commune, and those where it is not known of every commune whether it is one. */
    private final HashSet<String> avecZone = new HashSet<>();

    private final HashSet<String> incertaines = new HashSet<>();
    private final double eloignement;

    /**
     * @param communes code_commune, terre and est_zone_urbaine of every commune, with a point or without
     * @param eloignement minutes beyond which a place is remote
     */
    Acces(Estimation estimation, List<Row> communes, double eloignement) {
        this.estimation = estimation;
        this.eloignement = eloignement;
        Set<Integer> cibles = new HashSet<>();
        for (Row commune : communes) {
            String code = commune.getAs(CODE_COMMUNE);
            Boolean urban = commune.getAs(EST_ZONE_URBAINE);
            if (urban == null || (urban && estimation.numero(code) < 0)) {
                incertaines.add(commune.getAs(TERRE));
            }
            if (Boolean.TRUE.equals(urban)) {
                urbaines.add(code);
                avecZone.add(commune.getAs(TERRE));
                if (estimation.numero(code) >= 0) {
                    cibles.add(estimation.numero(code));
                }
            }
        }
        plusProche = new PlusProche(
                estimation, cibles.stream().mapToInt(i -> i).sorted().toArray());
    }

    /**
     * From a position, or the point of a commune where there is none.
     *
     * @param code commune that the place is in; null when it is not known
     * @param connus journeys known from that commune, which stand before the estimate
     */
    Row depuis(String code, Double longitude, Double latitude, Connus connus) {
        if (code != null && urbaines.contains(code)) {
            return RowFactory.create(code, 0.0, 0.0, 0.0, null, false, Trajets.ESTIMATION);
        }
        Vers known = connu(connus);
        int commune = code == null ? -1 : estimation.numero(code);
        Point place = longitude == null || latitude == null ? null : new Point(longitude, latitude);
        if (commune < 0 && (place == null || !estimation.covers(place))) {
            return known == null ? refused("lieu_inconnu", null) : found(known, null);
        }
        Point from = place == null ? estimation.communes().get(commune).point() : place;
        int number = commune < 0 ? estimation.commune(from) : commune;
        Vers best = Vers.first(known, estime(from, number, connus, known == null));
        return best == null ? refused(estimation.communes().get(number), connus) : found(best, from);
    }

    /** The urban commune that is reached first among the journeys that are known; null when none is. */
    private Vers connu(Connus connus) {
        return connus.trajets().stream()
                .filter(trajet -> trajet.minutes() != null && urbaines.contains(trajet.destination()))
                .map(trajet ->
                        new Vers(trajet.destination(), trajet.distanceRouteM(), trajet.minutes(), trajet.methode()))
                .reduce(null, Vers::first);
    }

    /**
     * The urban commune reached first by the estimate, among those of which no journey is known.
     *
     * <p>Where roads were looked up to some minutes, what they cover is farther: it is asked only when they found nothing.
     */
    private Vers estime(Point from, int number, Connus connus, boolean alone) {
        Vers free = vers(
                plusProche.depuis(
                        from, number, cible -> !connus.sait(cible.code()) && connus.auMoins(cible.code()) == 0),
                0);
        if (!alone || connus == Connus.AUCUN) {
            return free;
        }
        PlusProche.Reponse beyond = plusProche.depuis(
                from, number, cible -> !connus.sait(cible.code()) && connus.auMoins(cible.code()) > 0);
        return beyond == null
                ? free
                : Vers.first(free, vers(beyond, connus.auMoins(beyond.commune().code())));
    }

    private static Vers vers(PlusProche.Reponse answer, double least) {
        return answer == null
                ? null
                : new Vers(
                        answer.commune().code(),
                        answer.trajet().distanceRouteM(),
                        Math.max(answer.trajet().minutes(), least),
                        Trajets.ESTIMATION);
    }

    /** A way to an urban commune. */
    private record Vers(String commune, Double distanceRouteM, double minutes, String methode) {

        /** The one that takes less time, the first code of two; either may be null. */
        static Vers first(Vers a, Vers b) {
            if (a == null || b == null) {
                return a == null ? b : a;
            }
            int order = Double.compare(a.minutes, b.minutes);
            return order < 0 || (order == 0 && a.commune.compareTo(b.commune) <= 0) ? a : b;
        }
    }

    /** @param from null when no position is known */
    private Row found(Vers vers, Point from) {
        int there = estimation.numero(vers.commune());
        Double straight = from == null || there < 0
                ? null
                : Double.valueOf(Math.rint(
                        Estimation.metres(from, estimation.communes().get(there).point())));
        double minutes = Math.rint(vers.minutes() * 100) / 100;
        return RowFactory.create(
                vers.commune(),
                straight,
                vers.distanceRouteM() == null ? null : Double.valueOf(Math.rint(vers.distanceRouteM())),
                minutes,
                null,
                minutes > eloignement,
                vers.methode());
    }

    private Row refused(PointCommune commune, Connus connus) {
        if (urbaines.stream().anyMatch(connus::sait)) {
            return refused("sans_chemin", true);
        }
        if (avecZone.contains(commune.terre())) {
            return refused("hors_terre", null);
        }
        boolean unknown = incertaines.contains(commune.terre());
        return unknown ? refused("zone_inconnue", null) : refused("terres_separees", true);
    }

    private static Row refused(String obstacle, Boolean remote) {
        return RowFactory.create(null, null, null, null, obstacle, remote, null);
    }
}
