package fr.maillage.trajet;

import java.io.Serializable;

/**
 * What a way through a commune is like.
 *
 * @param allure minutes per metre of its roads
 * @param allongement how many times longer they are than on plain land
 * @param montagne 1 where no expressway may be counted on, else 0
 */
record Terrain(double allure, double allongement, double montagne) implements Serializable {}
