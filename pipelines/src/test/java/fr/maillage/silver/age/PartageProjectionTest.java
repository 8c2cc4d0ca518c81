package fr.maillage.silver.age;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.silver.age.PartageProjection.Commune;
import fr.maillage.silver.age.PartageProjection.Part;
import fr.maillage.silver.age.Pyramide.Bande;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PartageProjectionTest {

    private static final Tranches TRANCHES = Tranches.of("0-59,60-74,60+,75+,85+");
    private static final int AFTER = Tranche.DERNIER_AGE + 1;

    /** Elementary bands are 0-59, 60-74, 75-84 and 85+. */
    private static Commune commune(String code, double... gens) {
        return new Commune(code, gens, new double[gens.length]);
    }

    @Test
    void eachCommuneKeepsItsShareOfEachAge() {
        List<Part> parts = parts(
                List.of(bande(0, 60, 1000), bande(60, 75, 300), bande(75, 85, 90), bande(85, AFTER, 30)),
                commune("01001", 300, 100, 20, 20),
                commune("01002", 100, 200, 40, 10));

        assertThat(parts)
                .extracting(part -> part.code() + " " + part.tranche() + " " + part.gens())
                .containsExactlyInAnyOrder(
                        "01001 0-59 750",
                        "01002 0-59 250",
                        "01001 60-74 100",
                        "01002 60-74 200",
                        "01001 60+ 150",
                        "01002 60+ 270",
                        "01001 75+ 50",
                        "01002 75+ 70",
                        "01001 85+ 20",
                        "01002 85+ 10");
    }

    /** 75+ is told as a whole, 85+ is not: nobody is shared out where the projection is silent. */
    @Test
    void aBandThatIsNotToldHasNoPart() {
        List<Part> parts = parts(
                List.of(bande(75, AFTER, 120)), commune("01001", 300, 100, 20, 20), commune("01002", 100, 200, 40, 0));

        assertThat(parts)
                .extracting(part -> part.code() + " " + part.tranche() + " " + part.gens())
                .containsExactly("01001 75+ 60", "01002 75+ 60");
    }

    @Test
    void communesAddUpToTheTerritoryToTheUnitWhateverTheWeights() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            List<Commune> communes = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(40); i++) {
                communes.add(
                        commune(String.valueOf(i), random.nextInt(90), random.nextInt(30), random.nextDouble(), 1));
            }
            communes.add(commune("ville", 1, 1, 1, 1));
            double young = random.nextInt(100_000) / 10.0;
            double old = random.nextInt(10_000) / 10.0;
            double oldest = random.nextInt(1000) / 10.0;
            List<Part> parts = parts(
                    List.of(bande(0, 60, young), bande(60, 75, old), bande(75, 85, 0), bande(85, AFTER, oldest)),
                    communes.toArray(Commune[]::new));

            long all = Math.round(young + old + oldest);
            assertThat(people(parts, "0-59") + people(parts, "60+")).isEqualTo(all);
            assertThat(people(parts, "60+")).isEqualTo(people(parts, "60-74") + people(parts, "75+"));
            assertThat(people(parts, "75+")).isEqualTo(people(parts, "85+"));
            assertThat(people(parts, "0-59")).isBetween((long) young, (long) young + 1);
            assertThat(parts).allMatch(part -> part.bas() <= part.gens() && part.gens() <= part.haut());
        }
    }

    @Test
    void marginsGrowWithTheYearsAndWithWhatIsNotKnownOfToday() {
        List<Bande> bandes = List.of(bande(0, 60, 1000));
        Commune known = new Commune("01001", new double[] {100, 0, 0, 0}, new double[] {0, 0, 0, 0});
        Commune vague = new Commune("01001", new double[] {100, 0, 0, 0}, new double[] {20, 0, 0, 0});
        Commune unknown = new Commune("01001", new double[] {100, 0, 0, 0}, null);

        // 1.645 × √1000 = 52 by chance alone, 1.645 × 1000 × 0.24 = 395 by the drift of twenty years, 200 by today's
        // margin.
        assertThat(margin(bandes, known, 0)).containsExactly(947.0, 1053.0);
        assertThat(margin(bandes, known, 0.24)).containsExactly(601.0, 1399.0);
        assertThat(margin(bandes, vague, 0)).containsExactly(793.0, 1207.0);
        assertThat(margin(bandes, unknown, 0.24)).containsExactly(null, null);
    }

    private static List<Double> margin(List<Bande> bandes, Commune commune, double derive) {
        Part part = new PartageProjection(bandes, List.of(commune), TRANCHES, derive)
                .parts()
                .get(0);
        List<Double> bounds = new ArrayList<>();
        bounds.add(part.bas());
        bounds.add(part.haut());
        return bounds;
    }

    private static long people(List<Part> parts, String tranche) {
        return parts.stream()
                .filter(part -> part.tranche().toString().equals(tranche))
                .collect(Collectors.summingLong(Part::gens));
    }

    private static List<Part> parts(List<Bande> bandes, Commune... communes) {
        return new PartageProjection(bandes, List.of(communes), TRANCHES, 0.1).parts();
    }

    private static Bande bande(int debut, int suivant, double effectif) {
        return new Bande("ensemble", debut, suivant, effectif);
    }
}
