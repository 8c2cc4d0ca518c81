package fr.maillage.silver.localisation;

import fr.maillage.geo.Crs;
import fr.maillage.geo.CrsParDepartement;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads published positions: as they are when they lie in a commune of France, else under other interpretations.
 *
 * <p>Another interpretation is believed only when it lands in the département that the establishment claims. Positions
 * published as longitude and latitude may come from coordinates that were all taken for Lambert-93: overseas the
 * coordinates are recovered and read in the system of the territory.
 */
final class LecturePosition implements Serializable {

    private static final long serialVersionUID = 1L;

    private record Essai(String interpretation, int srid, double x, double y) {}

    private final IndexCommunes index;

    LecturePosition(IndexCommunes index) {
        this.index = index;
    }

    /** The position of an establishment that claims to be in one of these départements. */
    Position read(Double x, Double y, Long sridPublie, List<String> departements) {
        if (x == null || y == null || sridPublie == null) {
            return Position.setAside("Aucune position n’est publiée.");
        }
        int srid = sridPublie.intValue();
        if (srid != Crs.WGS84 && srid != Crs.LAMBERT_93 && !Crs.isKnown(srid)) {
            return Position.setAside("Le système de coordonnées EPSG:" + srid + " est inconnu.");
        }
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

    private static List<Essai> essais(int srid, double x, double y, List<String> departements) {
        List<Essai> essais = new ArrayList<>();
        essais.add(new Essai(Position.AXES_INVERSES, srid, y, x));
        double[] original = Crs.isGeographic(srid) ? Crs.transform(srid, Crs.LAMBERT_93, x, y) : new double[] {x, y};
        for (String departement : departements) {
            OptionalInt local = CrsParDepartement.find(departement);
            if (local.isPresent() && local.getAsInt() != srid) {
                int other = local.getAsInt();
                essais.add(new Essai(Position.RELUE_COMME_UTM, other, original[0], original[1]));
                essais.add(new Essai(Position.AXES_INVERSES, other, original[1], original[0]));
            }
        }
        return essais;
    }
}
