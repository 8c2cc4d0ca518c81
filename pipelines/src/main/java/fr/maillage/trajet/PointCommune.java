package fr.maillage.trajet;

import java.io.Serializable;

/**
 * A commune as journeys see it: a point, and what is around it.
 *
 * @param surfaceKm2 null when no contour tells
 * @param classe code of {@code codes/classe_densite}
 * @param terre what roads hold together: journeys never leave it
 */
public record PointCommune(String code, Point point, Double surfaceKm2, String classe, String terre)
        implements Serializable {}
