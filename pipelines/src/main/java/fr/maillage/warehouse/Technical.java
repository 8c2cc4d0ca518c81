package fr.maillage.warehouse;

/** Columns the engine keeps beside those of a contract; all start with an underscore. */
public final class Technical {

    /** First 16 characters of the SHA-256 of the landed file the row comes from. */
    public static final String FICHIER = "_fichier";
    /** Line or record number in that file, from 1. */
    public static final String LIGNE = "_ligne";
    /** Day the file speaks of; bronze only. */
    public static final String MILLESIME = "_millesime";
    /** Name of the file's format, such as {@code finess-fhir}; bronze only. */
    public static final String SOURCE = "_source";
    /** Order in which files were landed, from 1: a later upload may replace an earlier one; bronze only. */
    public static final String RANG = "_rang";
    /** The record as it stands in the file, for records that could not be read; bronze only. */
    public static final String TEXTE = "_texte";
    /** Names of the rules the row breaks. */
    public static final String REGLES = "_regles";
    /** True when the row is set aside. */
    public static final String REJETE = "_rejete";

    private Technical() {}
}
