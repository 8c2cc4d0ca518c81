package fr.maillage.silver.age;

import fr.maillage.silver.age.Pyramide.Bande;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Shares the projected people of a territory between its communes, as the people of that age are shared today, to the unit.
 *
 * <p>Wanted bands that the projection tells in all their elementary ones are added up from these, so that bands which overlap
 * fit together; others are shared as a whole.
 */
final class PartageProjection {

    /** Of a normal law, what nine of ten draws keep within. */
    private static final double NINE_OF_TEN = 1.645;

    /**
     * The people of a commune today, or of the part of it that lies in the territory.
     *
     * @param gens by elementary band
     * @param marges half of what lies between their bounds, by elementary band; null when it is unknown
     */
    record Commune(String code, double[] gens, double[] marges) {}

    /** The people of a commune in a wanted band to come; bounds are null when today's are unknown. */
    record Part(String code, Tranche tranche, long gens, Double bas, Double haut) {}

    private final List<Bande> bandes;
    private final List<Commune> communes;
    private final Tranches tranches;
    private final double derive;

    /** @param derive how far communes drift from their territory until then, as a share of their people */
    PartageProjection(List<Bande> bandes, List<Commune> communes, Tranches tranches, double derive) {
        this.bandes = bandes;
        this.communes = communes;
        this.tranches = tranches;
        this.derive = derive;
    }

    List<Part> parts() {
        long[][] elementaires = elementaires();
        List<Part> parts = new ArrayList<>();
        for (Tranche voulue : tranches.voulues()) {
            List<Integer> places = places(voulue);
            long[] people = places.stream().allMatch(place -> elementaires[place] != null)
                    ? sums(elementaires, places)
                    : shared(Pyramide.effectif(bandes, voulue), places);
            for (int i = 0; people != null && i < people.length; i++) {
                parts.add(part(communes.get(i), voulue, places, people[i]));
            }
        }
        return parts;
    }

    /** The people of each commune by elementary band; null for a band that is not told. */
    private long[][] elementaires() {
        List<Double> told = tranches.elementaires().stream()
                .map(tranche -> Pyramide.effectif(bandes, tranche))
                .toList();
        double[] known = told.stream()
                .mapToDouble(one -> one == null ? 0 : Math.max(0, one))
                .toArray();
        // What is published has decimals: rounded so that the bands still add up.
        long[] totals = Repartition.de(Math.round(Arrays.stream(known).sum()), known);
        return IntStream.range(0, known.length)
                .mapToObj(i ->
                        told.get(i) == null || totals == null ? null : Repartition.de(totals[i], poids(List.of(i))))
                .toArray(long[][]::new);
    }

    private long[] shared(Double total, List<Integer> places) {
        return total == null ? null : Repartition.de(Math.round(Math.max(0, total)), poids(places));
    }

    private double[] poids(List<Integer> places) {
        return communes.stream()
                .mapToDouble(commune -> sum(commune.gens(), places))
                .toArray();
    }

    private List<Integer> places(Tranche voulue) {
        return IntStream.range(0, tranches.elementaires().size())
                .filter(i -> voulue.contient(tranches.elementaires().get(i)))
                .boxed()
                .toList();
    }

    private long[] sums(long[][] elementaires, List<Integer> places) {
        return IntStream.range(0, communes.size())
                .mapToLong(i -> places.stream()
                        .mapToLong(place -> elementaires[place][i])
                        .sum())
                .toArray();
    }

    private Part part(Commune commune, Tranche tranche, List<Integer> places, long people) {
        if (Objects.isNull(commune.marges())) {
            return new Part(commune.code(), tranche, people, null, null);
        }
        double today = sum(commune.gens(), places);
        double relative = today > 0 ? sum(commune.marges(), places) / today : 0;
        double drift = NINE_OF_TEN * people * derive;
        double chance = NINE_OF_TEN * Math.sqrt(people);
        double margin = Math.sqrt(drift * drift + chance * chance + Math.pow(people * relative, 2));
        return new Part(
                commune.code(), tranche, people, Math.max(0, Math.floor(people - margin)), Math.ceil(people + margin));
    }

    private static double sum(double[] values, List<Integer> places) {
        return places.stream().mapToDouble(place -> values[place]).sum();
    }
}
