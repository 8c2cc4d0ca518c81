package fr.maillage.trajet;

import java.io.Serializable;

/**
 * A commune as journeys see it: a point, and what is around it.
 *
 * @param surfaceKm2 null when no contour tells
 * @param classe code of {@code codes/classe_densite}
 * @param terre what roads hold together: journeys never leave it
 * @param relief code of {@code codes/relief}
 */
public record PointCommune(String code, Point point, Double surfaceKm2, String classe, String terre, String relief)
        implements Serializable {

    /** A commune whose relief is not known, and taken for plain. */
    public PointCommune(String code, Point point, Double surfaceKm2, String classe, String terre) {
        this(code, point, surfaceKm2, classe, terre, Reliefs.PLAINE);
    }
}
