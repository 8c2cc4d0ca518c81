package fr.maillage.silver.age;

import java.util.List;

/**
 * The people of one commune by age band, adding up to its legal population.
 *
 * @param hommes men by elementary band
 * @param femmes women by elementary band
 * @param bas smallest number of people, of both sexes, by elementary band
 * @param haut largest number of people, of both sexes, by elementary band
 */
record Ages(long[] hommes, long[] femmes, double[] bas, double[] haut) {

    /** A census that differs more than this from the legal population is that of another territory of the same code. */
    private static final double SAME_PEOPLE = 0.1;
    /** Of a normal law, what nine of ten draws keep within. */
    private static final double NINE_OF_TEN = 1.645;

    /** From what a census tells; null when it tells too little, or of other people. */
    static Ages recenses(long total, List<Pyramide.Bande> bandes, double[] poids, Tranches tranches) {
        Pyramide pyramide = Pyramide.of(bandes);
        double known = pyramide == null ? 0 : pyramide.total();
        if (known <= 0 || Math.abs(known / Math.max(total, 1) - 1) > SAME_PEOPLE) {
            return null;
        }
        double[] grille = pyramide.grille(poids);
        List<Tranche> elementaires = tranches.elementaires();
        long[] people = Repartition.de(total, cellules(grille, elementaires));
        double[] bas = new double[elementaires.size()];
        double[] haut = new double[elementaires.size()];
        for (int i = 0; i < bas.length; i++) {
            Tranche tranche = elementaires.get(i);
            long here = people[i] + people[i + bas.length];
            boolean cut = pyramide.cellules().stream()
                    .anyMatch(cellule -> cellule.touche(tranche) && !cellule.estDans(tranche));
            bas[i] = cut ? Math.min(here, Math.floor(certains(pyramide, tranche) * total / known)) : here;
            haut[i] = cut ? Math.max(here, Math.ceil(possibles(pyramide, tranche) * total / known)) : here;
        }
        return of(people, bas, haut);
    }

    /**
     * From the structure of elsewhere.
     *
     * <p>The margin holds nine of ten: 1.645 times the square root of the spread of the share between communes, squared,
     * and of p (1 − p) / n, which is what chance alone does to n people.
     *
     * @param parts shares by sex and elementary band
     * @param ecarts standard deviation of the share between communes, by elementary band
     */
    static Ages estimes(long total, double[] parts, double[] ecarts) {
        long[] people = Repartition.de(total, parts);
        if (people == null) {
            return null;
        }
        double[] bas = new double[ecarts.length];
        double[] haut = new double[ecarts.length];
        for (int i = 0; i < ecarts.length; i++) {
            long here = people[i] + people[i + ecarts.length];
            double part = total == 0 ? 0 : (double) here / total;
            double chance = total == 0 ? 0 : part * (1 - part) / total;
            double marge = NINE_OF_TEN * total * Math.sqrt(ecarts[i] * ecarts[i] + chance);
            bas[i] = Math.max(0, Math.floor(here - marge));
            haut[i] = Math.min(total, Math.ceil(here + marge));
        }
        return of(people, bas, haut);
    }

    /** People by sex and elementary band: men, then women. */
    static double[] cellules(double[] grille, List<Tranche> elementaires) {
        double[] cells = new double[2 * elementaires.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Pyramide.somme(grille, i / elementaires.size(), elementaires.get(i % elementaires.size()));
        }
        return cells;
    }

    long effectif(int tranche) {
        return hommes[tranche] + femmes[tranche];
    }

    private static double certains(Pyramide pyramide, Tranche tranche) {
        return pyramide.cellules().stream()
                .filter(cellule -> cellule.estDans(tranche))
                .mapToDouble(Pyramide.Cellule::effectif)
                .sum();
    }

    private static double possibles(Pyramide pyramide, Tranche tranche) {
        return pyramide.cellules().stream()
                .filter(cellule -> cellule.touche(tranche))
                .mapToDouble(Pyramide.Cellule::effectif)
                .sum();
    }

    private static Ages of(long[] people, double[] bas, double[] haut) {
        int half = people.length / 2;
        return new Ages(
                java.util.Arrays.copyOfRange(people, 0, half),
                java.util.Arrays.copyOfRange(people, half, people.length),
                bas,
                haut);
    }
}
