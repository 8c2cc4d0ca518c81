package fr.maillage.silver.age;

import static fr.maillage.source.insee.ColonneAge.ENSEMBLE;
import static fr.maillage.source.insee.ColonneAge.FEMMES;
import static fr.maillage.source.insee.ColonneAge.HOMMES;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The people of a territory by age, as far as what is published tells them apart.
 *
 * <p>Published bands overlap ({@code 0-14, 15-29…} beside {@code 0-19, 20-64, 65+}): people below each age at which a
 * band ends are counted, so that both together give finer cells than either. Where men and women are told apart they are
 * kept apart.
 *
 * @param cellules without gaps and overlaps, from 0 to the last age
 */
record Pyramide(List<Cellule> cellules) {

    private static final int SUIVANT_DU_DERNIER = Tranche.DERNIER_AGE + 1;
    /** Men, then women, by single age. */
    static final int GRILLE = 2 * SUIVANT_DU_DERNIER;

    /** What is published: people of a sex, or of both, from an age to before another. */
    record Bande(String sexe, int debut, int suivant, double effectif) {}

    /**
     * People who are not told apart further.
     *
     * @param sexes 0 for men, 1 for women
     */
    record Cellule(int[] sexes, int debut, int suivant, double effectif) {

        boolean touche(Tranche tranche) {
            return debut < tranche.suivant() && suivant > tranche.debut();
        }

        boolean estDans(Tranche tranche) {
            return debut >= tranche.debut() && suivant <= tranche.suivant();
        }
    }

    /** The cells; null when the bands do not tell of every age. */
    static Pyramide of(List<Bande> bandes) {
        List<Cellule> hommes = cellules(bandes, HOMMES, 0);
        List<Cellule> femmes = cellules(bandes, FEMMES, 1);
        if (!hommes.isEmpty() && !femmes.isEmpty()) {
            List<Cellule> all = new ArrayList<>(hommes);
            all.addAll(femmes);
            return new Pyramide(all);
        }
        List<Cellule> ensemble = cellules(bandes, ENSEMBLE, 0, 1);
        return ensemble.isEmpty() ? null : new Pyramide(ensemble);
    }

    double total() {
        return cellules.stream().mapToDouble(Cellule::effectif).sum();
    }

    /**
     * People by sex and single age: those of a cell are shared out in proportion to weights.
     *
     * @param poids by sex and single age; null, or without anyone in a cell, for equal shares
     */
    double[] grille(double[] poids) {
        double[] grille = new double[GRILLE];
        for (Cellule cellule : cellules) {
            double weight = somme(poids, cellule);
            int places = cellule.sexes().length * (cellule.suivant() - cellule.debut());
            for (int sexe : cellule.sexes()) {
                for (int age = cellule.debut(); age < cellule.suivant(); age++) {
                    int at = place(sexe, age);
                    grille[at] = cellule.effectif() * (weight > 0 ? poids[at] / weight : 1.0 / places);
                }
            }
        }
        return grille;
    }

    static int place(int sexe, int age) {
        return sexe * SUIVANT_DU_DERNIER + age;
    }

    /** People of a sex and band. */
    static double somme(double[] grille, int sexe, Tranche tranche) {
        double sum = 0;
        for (int age = tranche.debut(); age < tranche.suivant(); age++) {
            sum += grille[place(sexe, age)];
        }
        return sum;
    }

    private static double somme(double[] grille, Cellule cellule) {
        double sum = 0;
        if (grille != null) {
            for (int sexe : cellule.sexes()) {
                for (int age = cellule.debut(); age < cellule.suivant(); age++) {
                    sum += grille[place(sexe, age)];
                }
            }
        }
        return sum;
    }

    /** The people of both sexes in a band, whatever is known of other ages; null when that is not told exactly. */
    static Double effectif(List<Bande> bandes, Tranche tranche) {
        Double hommes = effectif(bandes, tranche, HOMMES);
        Double femmes = effectif(bandes, tranche, FEMMES);
        return hommes != null && femmes != null ? Double.valueOf(hommes + femmes) : effectif(bandes, tranche, ENSEMBLE);
    }

    private static Double effectif(List<Bande> bandes, Tranche tranche, String sexe) {
        return below(bandes, sexe, tranche.debut()).get(tranche.suivant());
    }

    private static List<Cellule> cellules(List<Bande> bandes, String sexe, int... sexes) {
        TreeMap<Integer, Double> below = below(bandes, sexe, 0);
        return below.containsKey(SUIVANT_DU_DERNIER) ? between(below, sexes) : List.of();
    }

    /** The people from an age to before each other age that is told. */
    private static TreeMap<Integer, Double> below(List<Bande> bandes, String sexe, int from) {
        TreeMap<Integer, Double> below = new TreeMap<>(Map.of(from, 0.0));
        List<Bande> ofSexe = bandes.stream()
                .filter(bande -> bande.sexe().equals(sexe))
                .sorted(Comparator.comparingInt(Bande::debut).thenComparingInt(Bande::suivant))
                .toList();
        int known;
        do {
            known = below.size();
            ofSexe.forEach(bande -> tell(bande, below));
        } while (below.size() > known);
        return below;
    }

    /** Of the people below the two ends of a band, those below one tell those below the other. */
    private static void tell(Bande bande, TreeMap<Integer, Double> below) {
        Double before = below.get(bande.debut());
        Double until = below.get(bande.suivant());
        if (before != null && until == null) {
            below.put(bande.suivant(), before + bande.effectif());
        } else if (before == null && until != null) {
            below.put(bande.debut(), until - bande.effectif());
        }
    }

    private static List<Cellule> between(TreeMap<Integer, Double> below, int... sexes) {
        List<Cellule> cells = new ArrayList<>();
        for (int debut : below.headMap(SUIVANT_DU_DERNIER).keySet()) {
            int suivant = below.higherKey(debut);
            // Rounding may leave a person too few between bands that overlap.
            cells.add(new Cellule(sexes, debut, suivant, Math.max(0, below.get(suivant) - below.get(debut))));
        }
        return cells;
    }
}
