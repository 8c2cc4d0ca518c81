package fr.maillage.schemas;

/** Who may see a table or a column. Publishing and exporting refuse what declares nothing. */
public enum Access {
    /** Anyone: official registers and aggregates. */
    PUBLIC,
    /** The agency and its partners: stays out of public exports. */
    INTERNE,
    /** Names a natural person: never leaves the warehouse. */
    NOMINATIF
}
