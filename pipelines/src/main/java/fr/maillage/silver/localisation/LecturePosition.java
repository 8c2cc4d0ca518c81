package fr.maillage.silver.localisation;

import fr.maillage.geo.Crs;
import fr.maillage.geo.CrsParDepartement;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads published positions: as they are when they lie in a commune of France, else under other interpretations.
 *
 * <p>Two pairs of coordinates must agree: then their place is believed, whichever was published where; else both are
 * refused. Of a single pair, another interpretation is believed only when it lands in the département that the
 * establishment claims. Positions published as longitude and latitude may come from coordinates that were all taken for
 * Lambert-93: overseas the coordinates are recovered and read in the system of the territory.
 */
final class LecturePosition implements Serializable {

    private static final long serialVersionUID = 1L;

    private record Essai(String interpretation, int srid, double x, double y) {}

    private final IndexCommunes index;
    private final double ecartMax;

    /**
     * @param ecartMax metres beyond which two pairs do not name one place
     */
    LecturePosition(IndexCommunes index, double ecartMax) {
        this.index = index;
        this.ecartMax = ecartMax;
    }

    /** The position of an establishment that claims to be in one of these départements. */
    Position read(PositionPubliee publiee, List<String> departements) {
        if (!publiee.hasFirst()) {
            return publiee.hasSecond()
                    ? reread(0, publiee.xLocal(), publiee.yLocal(), departements)
                    : Position.setAside("Aucune position n’est publiée.");
        }
        if (publiee.hasSecond()) {
            return readPairs(publiee, departements);
        }
        if (publiee.srid() == null) {
            return reread(0, publiee.x(), publiee.y(), departements);
        }
        return readOne(publiee, departements);
    }

    private Position readPairs(PositionPubliee publiee, List<String> departements) {
        Paires.Accord accord = new Paires(territoires(publiee, departements)).find(publiee);
        if (accord == null) {
            return Position.setAside("Les deux paires de coordonnées ne se lisent dans aucun système du territoire.");
        }
        if (accord.ecart() > ecartMax) {
            String ecart = String.format(Locale.ROOT, "%.0f", accord.ecart());
            return Position.setAside("Les deux paires de coordonnées sont à " + ecart + " m l’une de l’autre.")
                    .withEcart(accord.ecart());
        }
        Paires.Lecture lecture = accord.retenue();
        IndexCommunes.Trouvee found = index.find(Crs.WGS84, lecture.longitude(), lecture.latitude());
        if (found == null) {
            return Position.setAside("Les deux paires de coordonnées s’accordent sur un point hors de toute commune.")
                    .withEcart(accord.ecart());
        }
        return new Position(
                        interpretation(accord),
                        reason(accord),
                        Crs.WGS84,
                        lecture.longitude(),
                        lecture.latitude(),
                        found)
                .withEcart(accord.ecart());
    }

    /** The départements that are claimed, that of the BAN key, and those in which the degrees would land. */
    private Set<String> territoires(PositionPubliee publiee, List<String> departements) {
        Set<String> territoires = new LinkedHashSet<>(departements);
        if (publiee.communeBan() != null) {
            territoires.add(CrsParDepartement.ofCommune(publiee.communeBan()));
        }
        double[][] pairs = {{publiee.x(), publiee.y()}, {publiee.xLocal(), publiee.yLocal()}};
        for (double[] pair : pairs) {
            if (PositionPubliee.areDegrees(pair[0], pair[1])) {
                for (Paires.Lecture lecture : new Paires(List.of()).lectures(pair[0], pair[1])) {
                    IndexCommunes.Trouvee found = index.find(Crs.WGS84, lecture.longitude(), lecture.latitude());
                    if (found != null) {
                        territoires.add(CrsParDepartement.ofCommune(found.code()));
                    }
                }
            }
        }
        return territoires;
    }

    private static String interpretation(Paires.Accord accord) {
        if (accord.isExchanged()) {
            return Position.PAIRES_ECHANGEES;
        }
        if (!accord.premiere().enDegres()) {
            return Position.RELUE_EN_METRES;
        }
        return accord.premiere().inversee() ? Position.AXES_INVERSES : Position.TELLE_QUELLE;
    }

    private static String reason(Paires.Accord accord) {
        String axes = accord.retenue().inversee() ? ", axes échangés" : "";
        return accord.isExchanged()
                ? "Les degrés sont dans la seconde paire" + axes + " ; la première dit le même lieu en EPSG:"
                        + accord.premiere().srid() + "."
                : "La première paire" + axes + " et la seconde, en EPSG:"
                        + accord.seconde().srid() + ", disent le même lieu.";
    }

    private Position readOne(PositionPubliee publiee, List<String> departements) {
        int srid = publiee.srid().intValue();
        if (srid != Crs.WGS84 && srid != Crs.LAMBERT_93 && !Crs.isKnown(srid)) {
            return Position.setAside("Le système de coordonnées EPSG:" + srid + " est inconnu.");
        }
        double x = publiee.x();
        double y = publiee.y();
        IndexCommunes.Trouvee found = index.find(srid, x, y);
        if (found != null) {
            return new Position(Position.TELLE_QUELLE, "La position publiée est dans une commune.", srid, x, y, found);
        }
        return reread(srid, x, y, departements);
    }

    private Position reread(int srid, double x, double y, List<String> departements) {
        for (Essai essai : essais(srid, x, y, departements)) {
            IndexCommunes.Trouvee found = index.find(essai.srid(), essai.x(), essai.y());
            if (found != null && departements.contains(CrsParDepartement.ofCommune(found.code()))) {
                return new Position(essai.interpretation(), reason(essai), essai.srid(), essai.x(), essai.y(), found);
            }
        }
        return Position.setAside("La position publiée n’est dans aucune commune, et aucune autre lecture ne la place"
                + " dans le département annoncé.");
    }

    private static String reason(Essai essai) {
        return essai.interpretation().equals(Position.AXES_INVERSES)
                ? "La position publiée n’est dans aucune commune ; axes échangés, elle est dans le département annoncé."
                : "La position publiée n’est dans aucune commune ; relue en EPSG:" + essai.srid()
                        + ", elle est dans le département annoncé.";
    }

    /** Other readings of one pair; {@code srid} is 0 when nothing tells the system. */
    private static List<Essai> essais(int srid, double x, double y, List<String> departements) {
        boolean degrees = PositionPubliee.areDegrees(x, y);
        boolean angles = srid != 0 && Crs.isGeographic(srid);
        List<Essai> essais = new ArrayList<>();
        if (srid != 0) {
            essais.add(new Essai(Position.AXES_INVERSES, srid, y, x));
        }
        if (degrees && !angles) {
            essais.add(new Essai(Position.RELUE_EN_DEGRES, Crs.WGS84, x, y));
            essais.add(new Essai(Position.AXES_INVERSES, Crs.WGS84, y, x));
        }
        double[] original = angles && degrees ? Crs.transform(srid, Crs.LAMBERT_93, x, y) : new double[] {x, y};
        String reread = srid == 0 || (angles && !degrees) ? Position.RELUE_EN_METRES : Position.RELUE_COMME_UTM;
        for (String departement : departements) {
            OptionalInt local = CrsParDepartement.find(departement);
            if (local.isPresent() && local.getAsInt() != srid) {
                int other = local.getAsInt();
                essais.add(new Essai(reread, other, original[0], original[1]));
                essais.add(new Essai(Position.AXES_INVERSES, other, original[1], original[0]));
            }
        }
        return essais;
    }
}
