package fr.maillage.silver.localisation;

/**
 * A published position and how it was read.
 *
 * @param interpretation telle_quelle, axes_inverses, paires_echangees, relue_en_metres, relue_en_degres, relue_comme_utm
 *     or aucune
 * @param raison why, in one French sentence
 * @param srid system under which it makes sense; null when set aside
 * @param x first coordinate in that system
 * @param y second coordinate in that system
 * @param commune whose contour holds it; null when none does
 * @param ecart metres between the places that two published pairs name; null when only one is published
 */
record Position(
        String interpretation,
        String raison,
        Integer srid,
        double x,
        double y,
        IndexCommunes.Trouvee commune,
        Double ecart) {

    static final String TELLE_QUELLE = "telle_quelle";
    static final String AXES_INVERSES = "axes_inverses";
    static final String PAIRES_ECHANGEES = "paires_echangees";
    static final String RELUE_EN_METRES = "relue_en_metres";
    static final String RELUE_EN_DEGRES = "relue_en_degres";
    static final String RELUE_COMME_UTM = "relue_comme_utm";
    static final String AUCUNE = "aucune";

    Position(String interpretation, String raison, Integer srid, double x, double y, IndexCommunes.Trouvee commune) {
        this(interpretation, raison, srid, x, y, commune, null);
    }

    static Position setAside(String raison) {
        return new Position(AUCUNE, raison, null, Double.NaN, Double.NaN, null);
    }

    Position withEcart(double metres) {
        return new Position(interpretation, raison, srid, x, y, commune, metres);
    }

    boolean isKept() {
        return srid != null;
    }
}
