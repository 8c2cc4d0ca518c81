package fr.maillage.testing.plus;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Who has how much: totals spread over owners without a remainder, the same every time. */
final class Repartition {

    private final Recensement recensement;
    private final int[] premierEtablissement;
    private final boolean[] active;

    Repartition(Recensement recensement) {
        this.recensement = recensement;
        this.premierEtablissement = premiers(recensement);
        this.active = new boolean[recensement.entites()];
        IntStream.range(0, recensement.entites())
                .boxed()
                .sorted(Comparator.comparingInt((Integer entite) -> -etablissements(entite))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(recensement.entitesActives())
                .forEach(entite -> active[entite] = true);
    }

    /** The share of a total that falls to one owner; shares add up to the total. */
    static int part(long total, long owners, long owner) {
        return (int) ((owner + 1) * total / owners - owner * total / owners);
    }

    /** One entity in five runs nothing, most run one or two, a few run hundreds. */
    private static int[] premiers(Recensement recensement) {
        long[] until = new long[recensement.entites() + 1];
        for (int i = 0; i < recensement.entites(); i++) {
            until[i + 1] = until[i] + (i % 5 == 0 ? 0 : i % 9_973 == 7 ? 3_000 : 5 + i % 4);
        }
        long all = until[recensement.entites()];
        return IntStream.rangeClosed(0, recensement.entites())
                .map(i -> (int) (until[i] * recensement.etablissements() / all))
                .toArray();
    }

    int premierEtablissement(int entite) {
        return premierEtablissement[entite];
    }

    int etablissements(int entite) {
        return premierEtablissement[entite + 1] - premierEtablissement[entite];
    }

    /** Whether the entity stands in the document of activities. */
    boolean isActive(int entite) {
        return active[entite];
    }

    /** How many établissements of active entities stand before those of this one. */
    int[] etablissementsActifs() {
        int[] until = new int[recensement.entites() + 1];
        int all = 0;
        for (int i = 0; i < recensement.entites(); i++) {
            all += active[i] ? etablissements(i) : 0;
        }
        int seen = 0;
        for (int i = 0; i < recensement.entites(); i++) {
            seen += active[i] ? etablissements(i) : 0;
            until[i + 1] = (int) ((long) seen * recensement.etablissementsActifs() / all);
        }
        return until;
    }
}
