package fr.maillage.evaluation;

import java.time.LocalDate;

/**
 * How many gave one answer to one question, a line of {@code gold.evaluation_par_item}.
 *
 * @param acteur whom the answer is about; null when it is the cooperation
 * @param autre the other of a pair; null when there is none
 */
public record Compte(
        String referentiel,
        LocalDate session,
        String item,
        String acteur,
        String autre,
        String reponse,
        long repondants,
        long reponses) {}
