package fr.maillage.evaluation;

import java.time.LocalDate;

/**
 * What one session says of one axis, a line of {@code gold.evaluation_par_axe}.
 *
 * @param score from 0 to 1; null when no answer has a score, and so {@code min} and {@code max} of respondents
 */
public record Resultat(
        String referentiel,
        LocalDate session,
        String axe,
        Double score,
        Double min,
        Double max,
        long repondants,
        long reponses,
        long nonConcernes,
        long prioritaires) {}
