package fr.maillage.silver.passage;

import java.io.Serializable;

/**
 * A commune that holds a part of what another was.
 *
 * @param de the code as it was read
 * @param vers the code of the commune in the wanted geography
 * @param part share of the inhabitants, 1 when nothing was cut
 * @param basse the smallest share that any known population gives
 * @param haute the largest
 */
public record Passage(String de, String vers, double part, double basse, double haute, Part.Nature natureDeLaPart)
        implements Serializable {

    /** identique, fusion_ou_code or scission. */
    public String nature() {
        if (natureDeLaPart != Part.Nature.EXACT) {
            return "scission";
        }
        return de.equals(vers) ? "identique" : "fusion_ou_code";
    }

    /** exact, pondere or inconnu. */
    public String natureDePart() {
        return natureDeLaPart.word();
    }

    public boolean isExact() {
        return natureDeLaPart == Part.Nature.EXACT;
    }
}
