package fr.maillage.silver.localisation;

/**
 * A published position and how it was read.
 *
 * @param interpretation telle_quelle, axes_inverses, relue_comme_utm or aucune
 * @param raison why, in one French sentence
 * @param srid system under which it makes sense; null when set aside
 * @param x first coordinate in that system
 * @param y second coordinate in that system
 * @param commune whose contour holds it; null when none does
 */
record Position(String interpretation, String raison, Integer srid, double x, double y, IndexCommunes.Trouvee commune) {

    static final String TELLE_QUELLE = "telle_quelle";
    static final String AXES_INVERSES = "axes_inverses";
    static final String RELUE_COMME_UTM = "relue_comme_utm";
    static final String AUCUNE = "aucune";

    static Position setAside(String raison) {
        return new Position(AUCUNE, raison, null, Double.NaN, Double.NaN, null);
    }

    boolean isKept() {
        return srid != null;
    }
}
