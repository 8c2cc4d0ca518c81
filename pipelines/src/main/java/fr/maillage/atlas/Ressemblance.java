package fr.maillage.atlas;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.maillage.atlas.habillage.Resources;
import java.io.IOException;
import java.util.List;

/**
 * What makes two territories alike, as {@code atlas/ressemblance.yaml} says.
 *
 * @param densities bounds of the classes of density, in inhabitants per km², ascending
 * @param sizeFactor how many times larger or smaller the population of a peer may be
 * @param ageStep points of the share of people aged 65 and over that count as much as a doubling of population
 */
record Ressemblance(List<Double> densities, double sizeFactor, double ageStep) {

    static Ressemblance read() {
        try {
            return new YAMLMapper().readValue(Resources.text("ressemblance.yaml"), Ressemblance.class);
        } catch (IOException e) {
            throw new IllegalStateException("atlas/ressemblance.yaml is not what it should be", e);
        }
    }
}
