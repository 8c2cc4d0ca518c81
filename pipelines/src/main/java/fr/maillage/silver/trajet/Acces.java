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
     */
    Row depuis(String code, Double longitude, Double latitude) {
        if (code != null && urbaines.contains(code)) {
            return RowFactory.create(code, 0.0, 0.0, 0.0, null, false, Trajets.ESTIMATION);
        }
        int commune = code == null ? -1 : estimation.numero(code);
        Point place = longitude == null || latitude == null ? null : new Point(longitude, latitude);
        if (commune < 0 && (place == null || !estimation.covers(place))) {
            return refused("lieu_inconnu", null);
        }
        Point from = place == null ? estimation.communes().get(commune).point() : place;
        int number = commune < 0 ? estimation.commune(from) : commune;
        PlusProche.Reponse answer = plusProche.depuis(from, number);
        return answer == null ? refused(estimation.communes().get(number)) : found(answer);
    }

    private Row found(PlusProche.Reponse answer) {
        double minutes = Math.rint(answer.trajet().minutes() * 100) / 100;
        return RowFactory.create(
                answer.commune().code(),
                Math.rint(answer.trajet().distanceGeodesiqueM()),
                Math.rint(answer.trajet().distanceRouteM()),
                minutes,
                null,
                minutes > eloignement,
                Trajets.ESTIMATION);
    }

    private Row refused(PointCommune commune) {
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
