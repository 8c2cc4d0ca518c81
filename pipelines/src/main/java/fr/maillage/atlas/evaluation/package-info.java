/** The pages of assessments: a radar for each framework that people answered, and the list of cooperations. */
package fr.maillage.atlas.evaluation;
