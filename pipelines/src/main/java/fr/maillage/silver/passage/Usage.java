package fr.maillage.silver.passage;

/** Whether a code may be used for a commune on a day. */
public enum Usage {
    /** A commune in the strict sense. */
    COMMUNE,
    /** An associated or delegated commune or an arrondissement municipal: a part of a commune. */
    COMMUNE_RATTACHEE,
    /** It was or will be a commune, but is none on that day. */
    AUTRE_MILLESIME,
    /** It never was one. */
    INCONNU
}
