package fr.maillage.silver.age;

import static fr.maillage.source.insee.ColonneAge.ENSEMBLE;
import static fr.maillage.source.insee.ColonneAge.FEMMES;
import static fr.maillage.source.insee.ColonneAge.HOMMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.maillage.MaillageException;
import fr.maillage.silver.age.Pyramide.Bande;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arithmetic of ages, without tables. */
class AgesTest {

    private static final int CASES = 2_000;
    private static final Tranches USUAL = Tranches.of("0-14,15-29,30-44,45-59,60-74,75+,65+,85+");

    @Test
    void bandsAreCutWhereAnyWantedOneBeginsOrEnds() {
        assertThat(USUAL.elementaires())
                .extracting(Tranche::toString)
                .containsExactly("0-14", "15-29", "30-44", "45-59", "60-64", "65-74", "75-84", "85+");
        assertThat(Tranches.of("18-59").elementaires())
                .extracting(Tranche::toString)
                .containsExactly("0-17", "18-59", "60+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0-14,15", "14-0", "0-14,0-14", "75+,80-100", "-5", "0-9999999999"})
    void otherBandsAreRefused(String written) {
        assertThatThrownBy(() -> Tranches.of(written))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining("Cannot use tranches_age=");
    }

    @Test
    void largestRemaindersGetThePeopleThatAreLeft() {
        assertThat(Repartition.de(10, 1, 1, 1)).containsExactly(4, 3, 3);
        assertThat(Repartition.de(7, 0, 0.2, 0.5)).containsExactly(0, 2, 5);
        assertThat(Repartition.de(0, 1, 2)).containsExactly(0, 0);
        assertThat(Repartition.de(0, 0, 0)).containsExactly(0, 0);
        assertThat(Repartition.de(5, 0, 0)).isNull();
    }

    @Test
    void whateverIsSharedOutAddsUpToTheUnit() {
        Random random = new Random(5);
        for (int i = 0; i < CASES; i++) {
            double[] weights = random.doubles(1 + random.nextInt(40))
                    .map(weight -> random.nextInt(4) == 0 ? 0 : weight * Math.pow(10, random.nextInt(12) - 6))
                    .toArray();
            weights[0] = 1e-3;
            long total = random.nextInt(4) == 0 ? random.nextInt(5) : random.nextInt(3_000_000);
            double sum = Arrays.stream(weights).sum();

            long[] parts = Repartition.de(total, weights);

            assertThat(Arrays.stream(parts).sum()).isEqualTo(total);
            for (int at = 0; at < parts.length; at++) {
                assertThat((double) parts[at]).isCloseTo(total * weights[at] / sum, within(1.000001));
            }
        }
    }

    @Test
    void overlappingBandsTellMoreTogether() {
        Pyramide pyramide = Pyramide.of(List.of(
                new Bande(ENSEMBLE, 0, 15, 145),
                new Bande(ENSEMBLE, 15, 30, 108),
                new Bande(ENSEMBLE, 30, 60, 333),
                new Bande(ENSEMBLE, 60, 75, 175),
                new Bande(ENSEMBLE, 75, 101, 71),
                new Bande(ENSEMBLE, 0, 20, 191),
                new Bande(ENSEMBLE, 20, 65, 467),
                new Bande(ENSEMBLE, 65, 101, 174)));

        assertThat(pyramide.cellules().stream()
                        .map(cell -> cell.debut() + ":" + (long) cell.effectif())
                        .toList())
                .containsExactly("0:145", "15:46", "20:62", "30:333", "60:72", "65:103", "75:71");
        Pyramide open = Pyramide.of(List.of(
                new Bande(ENSEMBLE, 0, 25, 971),
                new Bande(ENSEMBLE, 25, 65, 1663),
                new Bande(ENSEMBLE, 65, 101, 775),
                new Bande(ENSEMBLE, 75, 101, 342),
                new Bande(ENSEMBLE, 80, 101, 189)));
        assertThat(open.cellules().stream()
                        .map(cell -> cell.debut() + ":" + (long) cell.effectif())
                        .toList())
                .containsExactly("0:971", "25:1663", "65:433", "75:153", "80:189");
        assertThat(Pyramide.of(List.of(new Bande(ENSEMBLE, 0, 15, 145), new Bande(ENSEMBLE, 60, 101, 9))))
                .isNull();
    }

    @Test
    void aBandIsToldWhereOthersMakeItUpExactly() {
        List<Bande> bandes = List.of(
                new Bande(HOMMES, 60, 75, 10),
                new Bande(HOMMES, 75, 85, 4),
                new Bande(HOMMES, 85, 101, 1),
                new Bande(FEMMES, 60, 85, 18),
                new Bande(FEMMES, 85, 101, 3),
                new Bande(ENSEMBLE, 65, 101, 20));

        assertThat(Pyramide.effectif(bandes, new Tranche(60, null))).isEqualTo(36);
        assertThat(Pyramide.effectif(bandes, new Tranche(85, null))).isEqualTo(4);
        assertThat(Pyramide.effectif(bandes, new Tranche(65, null))).isEqualTo(20);
        assertThat(Pyramide.effectif(bandes, new Tranche(75, null))).isNull();
        assertThat(Pyramide.effectif(bandes, new Tranche(0, 14))).isNull();
    }

    @Test
    void aKnownCommuneIsAdjustedToItsLegalPopulation() {
        List<Bande> bandes = List.of(
                new Bande(HOMMES, 0, 60, 60.5),
                new Bande(HOMMES, 60, 101, 20),
                new Bande(FEMMES, 0, 60, 55),
                new Bande(FEMMES, 60, 101, 24.5));

        Ages ages = Ages.recenses(161, bandes, null, Tranches.of("0-59,60+"));

        assertThat(ages.hommes()).containsExactly(61, 20);
        assertThat(ages.femmes()).containsExactly(55, 25);
        assertThat(ages.bas()).containsExactly(116, 45);
        assertThat(ages.haut()).containsExactly(116, 45);
    }

    @Test
    void aBandThatStraddlesIsCutAsInTheDepartementAndTheBoundsSaySo() {
        List<Bande> bandes = List.of(new Bande(ENSEMBLE, 0, 75, 800), new Bande(ENSEMBLE, 75, 101, 200));
        double[] departement = new double[Pyramide.GRILLE];
        departement[Pyramide.place(0, 20)] = 300;
        departement[Pyramide.place(1, 20)] = 500;
        departement[Pyramide.place(0, 80)] = 60;
        departement[Pyramide.place(1, 80)] = 90;
        departement[Pyramide.place(1, 90)] = 50;

        Ages ages = Ages.recenses(1000, bandes, departement, Tranches.of("0-74,75+,85+"));

        assertThat(ages.effectif(0)).isEqualTo(800);
        assertThat(ages.hommes()).containsExactly(300, 60, 0);
        assertThat(ages.femmes()).containsExactly(500, 90, 50);
        assertThat(ages.bas()).containsExactly(800, 0, 0);
        assertThat(ages.haut()).containsExactly(800, 200, 200);
    }

    @Test
    void aCensusOfOtherPeopleIsNotUsed() {
        List<Bande> bandes = List.of(new Bande(ENSEMBLE, 0, 101, 900));

        assertThat(Ages.recenses(1000, bandes, null, USUAL)).isNotNull();
        assertThat(Ages.recenses(600, bandes, null, USUAL)).isNull();
        assertThat(Ages.recenses(0, List.of(new Bande(ENSEMBLE, 0, 101, 0)), null, USUAL))
                .isNull();
    }

    @Test
    void theMarginGrowsWithTheSpreadAndForFewPeople() {
        Ages few = Ages.estimes(100, new double[] {0.45, 0.05, 0.45, 0.05}, new double[] {0, 0});
        Ages many = Ages.estimes(100_000, new double[] {0.45, 0.05, 0.45, 0.05}, new double[] {0.02, 0.02});

        assertThat(few.effectif(1)).isEqualTo(10);
        assertThat(few.bas()[1]).isEqualTo(5); // 10 - 1.645 * sqrt(100 * 0.1 * 0.9)
        assertThat(few.haut()[1]).isEqualTo(15);
        assertThat(many.bas()[1]).isEqualTo(6706); // 10,000 - 1.645 * 100,000 * sqrt(0.0004 + 0.0000009)
        assertThat(many.haut()[1]).isEqualTo(13294);
    }

    @Test
    void everyCommuneAddsUpToItsLegalPopulationWithinItsBounds() {
        Random random = new Random(7);
        for (int i = 0; i < CASES; i++) {
            List<Bande> bandes = bandes(random);
            double published = bandes.stream().mapToDouble(Bande::effectif).sum();
            long total = Math.round(published * (0.95 + random.nextDouble() / 10));
            double[] poids = random.nextBoolean()
                    ? null
                    : random.doubles(Pyramide.GRILLE).map(p -> p * 40).toArray();

            Ages ages = Ages.recenses(total, bandes, poids, USUAL);

            if (total > 0) {
                check(ages, total);
            }
            double[] parts = random.doubles(16).toArray();
            check(Ages.estimes(total, parts, random.doubles(8).map(p -> p / 10).toArray()), total);
        }
    }

    private static void check(Ages ages, long total) {
        long sum = 0;
        for (int i = 0; i < ages.bas().length; i++) {
            sum += ages.effectif(i);
            assertThat(ages.hommes()[i]).isNotNegative();
            assertThat(ages.femmes()[i]).isNotNegative();
            assertThat((double) ages.effectif(i)).isBetween(ages.bas()[i], ages.haut()[i]);
        }
        assertThat(sum).isEqualTo(total);
    }

    private static List<Bande> bandes(Random random) {
        List<Bande> bandes = new ArrayList<>();
        List<String> sexes = random.nextBoolean() ? List.of(HOMMES, FEMMES) : List.of(ENSEMBLE);
        for (String sexe : sexes) {
            int from = 0;
            while (from < 101) {
                int until = Math.min(101, from + 1 + random.nextInt(40));
                bandes.add(new Bande(sexe, from, until, random.nextInt(50) + random.nextInt(2) * 0.5));
                from = until;
            }
        }
        return bandes;
    }
}
