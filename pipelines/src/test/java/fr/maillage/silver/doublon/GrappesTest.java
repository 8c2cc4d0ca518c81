package fr.maillage.silver.doublon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GrappesTest {

    @Test
    void namesWhatLinksConnectByTheSmallestNumber() {
        Map<String, Grappes.Membre> grappes =
                Grappes.of(List.of(lien("3", "4", 0.8, null), lien("1", "3", 0.9, null), lien("7", "8", 1, null)));

        assertThat(grappes).containsOnlyKeys("1", "3", "4", "7", "8");
        assertThat(grappes.get("4").grappe()).isEqualTo("doublon:1");
        assertThat(grappes.get("4").nombre()).isEqualTo(3);
        assertThat(grappes.get("4").score()).isEqualTo(0.8);
        assertThat(grappes.get("3").score()).isEqualTo(0.9);
        assertThat(grappes.get("8").grappe()).isEqualTo("doublon:7");
    }

    @Test
    void keepsAPersonsNoEvenThroughAThirdEstablishment() {
        Map<String, Grappes.Membre> grappes =
                Grappes.of(List.of(lien("1", "2", 0.99, "non"), lien("1", "3", 0.9, null), lien("2", "3", 0.95, null)));

        assertThat(grappes).containsOnlyKeys("2", "3");
    }

    @Test
    void joinsWhatAPersonSaysIsOneBeforeAnythingElse() {
        Map<String, Grappes.Membre> grappes = Grappes.of(
                List.of(lien("1", "2", 0.99, "non"), lien("1", "3", 0.1, "oui"), lien("2", "3", 0.95, null)));

        assertThat(grappes).containsOnlyKeys("1", "3");
        assertThat(grappes.get("3").confirme()).isTrue();
        assertThat(grappes.get("3").score()).isEqualTo(0.1);
    }

    @Test
    void givesTheSameClustersInAnyOrder() {
        List<Lien> liens = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            int one = random.nextInt(100);
            int other = one + 1 + random.nextInt(20);
            String answer = i % 11 == 0 ? "non" : i % 13 == 0 ? "oui" : null;
            liens.add(lien(String.format("%03d", one), String.format("%03d", other), random.nextInt(5) / 5.0, answer));
        }
        Map<String, Grappes.Membre> expected = Grappes.of(liens);

        Collections.shuffle(liens, random);

        assertThat(Grappes.of(liens)).isEqualTo(expected).isNotEmpty();
    }

    private static Lien lien(String one, String other, double score, String answer) {
        return new Lien(one, other, score, List.of("nom"), answer);
    }
}
