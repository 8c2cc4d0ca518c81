package fr.maillage.silver.finess;

/** Why a version begins; a closed list, kept in the contracts. */
final class Motif {

    /** The entity was never told before. */
    static final String PREMIERE = "premiere_parution";
    /** A release says otherwise than the one before. */
    static final String CHANGEMENT = "changement";
    /** A system tells of the entity for the first time, in its own words: not a change in the world. */
    static final String SOURCE = "changement_de_source";
    /** It is told again after a release missed it. */
    static final String RETOUR = "reapparition";

    private Motif() {}
}
