package fr.maillage.example;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * An invented commune.
 *
 * @param code INSEE-shaped code, in a département that does not exist
 * @param codePostal shared by several communes of an EPCI, as real ones are
 * @param contour in Lambert-93 metres
 * @param bourg a point inside the contour, where people live
 */
record Commune(
        String code,
        String nom,
        String departement,
        Epci epci,
        String codePostal,
        int population,
        Geometry contour,
        Coordinate bourg) {

    boolean estChefLieu() {
        return nom.equals(epci.chefLieu());
    }
}
