package fr.maillage.trajet;

import java.io.Serializable;

/** A place on earth, in degrees (WGS84). */
public record Point(double longitude, double latitude) implements Serializable {}
