package fr.maillage.silver.passage;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the inhabitants of a commune are shared among its pieces.
 *
 * <p>A vintage tells it in which the pieces were communes of their own; of several the one that tells most pieces apart,
 * then the nearest to the life of the commune. What that one leaves together another may tell apart.
 */
final class Poids implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Which commune of a vintage held each atom, what it was made of, and how many lived there. */
    private static final class Recensement implements Serializable {
        private static final long serialVersionUID = 1L;

        private final Map<String, Vie> holders = new HashMap<>();
        private final Map<String, Long> populations;

        private Recensement(Map<String, Long> populations) {
            this.populations = populations;
        }

        /** Inhabitants by groups of these atoms that were communes; empty when one is unknown, goes beyond or shares. */
        private Map<Set<String>, Long> groups(Set<String> atomes) {
            Map<Set<String>, Long> groups = new HashMap<>();
            for (String atome : atomes) {
                Vie holder = holders.get(atome);
                if (holder == null || !atomes.containsAll(holder.atomes())) {
                    return Map.of();
                }
                groups.put(new TreeSet<>(holder.atomes()), populations.get(holder.code()));
            }
            int held = groups.keySet().stream().mapToInt(Set::size).sum();
            return held == atomes.size() ? groups : Map.of();
        }
    }

    private final Map<Integer, Recensement> recensements = new TreeMap<>();

    /**
     * @param vies every life
     * @param populations inhabitants by vintage of the geography and commune
     */
    Poids(Collection<Vie> vies, Map<Integer, Map<String, Long>> populations) {
        populations.forEach((millesime, known) -> recensements.put(millesime, recensement(vies, millesime, known)));
    }

    private static Recensement recensement(Collection<Vie> vies, int millesime, Map<String, Long> populations) {
        Recensement recensement = new Recensement(populations);
        LocalDate day = LocalDate.of(millesime, 1, 1);
        for (Vie vie : vies) {
            if (vie.isCommune() && vie.holds(day) && populations.containsKey(vie.code())) {
                vie.atomes().forEach(atome -> recensement.holders.put(atome, vie));
            }
        }
        return recensement;
    }

    /** The share of each piece of a commune; they add up to 1. */
    Map<String, Part> of(Vie vie) {
        return shares(new TreeSet<>(vie.atomes()), vie);
    }

    private Map<String, Part> shares(Set<String> atomes, Vie vie) {
        Map<String, Part> shares = new TreeMap<>();
        if (atomes.size() == 1) {
            shares.put(atomes.iterator().next(), Part.WHOLE);
            return shares;
        }
        Optional<Integer> chosen = chosen(atomes, vie);
        if (chosen.isEmpty()) {
            atomes.forEach(atome -> shares.put(atome, Part.unknown(atomes.size())));
            return shares;
        }
        recensements.get(chosen.get()).groups(atomes).forEach((group, population) -> {
            Part share = share(group, atomes, chosen.get());
            shares(group, vie).forEach((atome, part) -> shares.put(atome, part.within(share)));
        });
        return shares;
    }

    private Optional<Integer> chosen(Set<String> atomes, Vie vie) {
        return recensements.keySet().stream()
                .filter(millesime -> tells(recensements.get(millesime).groups(atomes)))
                .max(Comparator.<Integer>comparingInt(millesime ->
                                recensements.get(millesime).groups(atomes).size())
                        .thenComparing(millesime -> -distance(vie, millesime))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean tells(Map<Set<String>, Long> groups) {
        return groups.size() > 1 && total(groups) > 0;
    }

    private static long total(Map<Set<String>, Long> groups) {
        return groups.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Years from the start or the end of a life, whichever is nearer: that is where its pieces come apart. */
    private static int distance(Vie vie, int millesime) {
        return Math.min(
                Math.abs(vie.debut().getYear() - millesime), Math.abs(vie.fin().getYear() - millesime));
    }

    /** The share in the chosen vintage, between the smallest and the largest of all vintages that tell it. */
    private Part share(Set<String> group, Set<String> atomes, int chosen) {
        double basse = 1;
        double haute = 0;
        double part = 0;
        for (Map.Entry<Integer, Recensement> recensement : recensements.entrySet()) {
            Map<Set<String>, Long> groups = recensement.getValue().groups(atomes);
            if (tells(groups) && covers(groups.keySet(), group)) {
                double share = (double) inside(groups, group) / total(groups);
                basse = Math.min(basse, share);
                haute = Math.max(haute, share);
                part = recensement.getKey().equals(chosen) ? share : part;
            }
        }
        return new Part(part, basse, haute, Part.Nature.PONDERE, chosen);
    }

    private static boolean covers(Collection<Set<String>> groups, Set<String> wanted) {
        return groups.stream().noneMatch(group -> !wanted.containsAll(group) && meets(group, wanted));
    }

    private static boolean meets(Set<String> group, Set<String> wanted) {
        return group.stream().anyMatch(wanted::contains);
    }

    private static long inside(Map<Set<String>, Long> groups, Set<String> wanted) {
        return groups.entrySet().stream()
                .filter(group -> wanted.containsAll(group.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
