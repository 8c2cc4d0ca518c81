package fr.maillage.example;

/**
 * The defects of real files that the example has too, and how many of each.
 *
 * <p>Those of establishments fall on fixed ranks of the register, so that both releases and both files agree on them.
 */
public enum Defaut {
    /** A category code that the nomenclature does not have, on an establishment. */
    CATEGORIE_INCONNUE(1),
    /** A commune code that the COG does not have, on an establishment. */
    COMMUNE_INCONNUE(2),
    /** A name with doubled quotes. */
    GUILLEMETS_DOUBLES(3),
    /** Opened on 31 February. */
    DATE_IMPOSSIBLE(1),
    /** A semicolon too many at the end of a line. */
    POINT_VIRGULE_EN_TROP(4),
    /** Northing where the easting should be, and the other way round. */
    AXES_INVERSES(3),
    /** Degrees where the line says Lambert-93. */
    POSITION_EN_DEGRES(2),
    /** A position some kilometres from the commune. */
    POSITION_HORS_COMMUNE(4),
    /** An establishment without a position. */
    SANS_POSITION(6),
    /** A line that lost its last fields, in the second geolocated file only. */
    LARGEUR_DE_LIGNE(1),
    /** A FINESS number given twice, with two names, in the second geolocated file only. */
    NUMERO_EN_DOUBLE(1),
    /** A whole file in Windows-1252: the establishments of the first release. */
    FICHIER_WINDOWS_1252(1),
    /** A commune without inhabitants, as six real ones are. */
    COMMUNE_SANS_HABITANT(1),
    /** A cooperation that ends before it begins. */
    COOPERATION_AUX_DATES_INVERSEES(1),
    /** A cooperation whose legal form is in no list. */
    FORME_INCONNUE(1),
    /** A member whose FINESS number the register does not have. */
    MEMBRE_HORS_REGISTRE(1),
    /** A member that leaves before it joins. */
    MEMBRE_AUX_DATES_INVERSEES(1),
    /** Activity of less than no hour. */
    HEURES_NEGATIVES(2),
    /** Activity in a service that is in no list. */
    SERVICE_INCONNU(2),
    /** Activity in a thirteenth month. */
    MOIS_ILLISIBLE(1),
    /** Activity in a commune that the COG does not have. */
    ACTIVITE_HORS_COG(1),
    /** More relays accepted than were made. */
    RELAIS_INCOHERENT(1),
    /** An equipment whose installed places were suppressed: they count no more. */
    EQUIPEMENT_SUPPRIME(3),
    /** An equipment without its installed places, which is not zero places. */
    PLACES_NON_DECLAREES(4),
    /** An equipment given twice, in the second release only. */
    EQUIPEMENT_EN_DOUBLE(1);

    // Prime to the strides at which establishments close or change their names.
    private static final int STRIDE = 37;
    private static final int FIRST = 60;

    private final int nombre;

    Defaut(int nombre) {
        this.nombre = nombre;
    }

    /** How many times the example has it. */
    public int nombre() {
        return nombre;
    }

    /** Whether it falls on the row of this rank, from 0; never two of them on one row. */
    boolean falls(int rank) {
        int step = rank - FIRST - ordinal();
        return step >= 0 && step % STRIDE == 0 && step / STRIDE < nombre;
    }
}
