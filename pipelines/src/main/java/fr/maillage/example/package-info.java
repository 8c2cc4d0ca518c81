/**
 * The embedded example: a fictional territory written in the formats in which the real registers are published.
 *
 * <p>Everything in it is invented: the region, its communes, the organisations and their figures. The codes are ones
 * that INSEE and FINESS never gave (départements 96, 99 and 00, SIREN numbers under 000 100 000), so that no row can be
 * mistaken for a real one or joined to one.
 */
package fr.maillage.example;
