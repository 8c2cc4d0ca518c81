package fr.maillage.gold.couverture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.silver.age.Tranche;
import fr.maillage.silver.age.Tranches;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgeConcerneTest {

    private static final AgeConcerne ADULTES = new AgeConcerne("adultes_handicapes", 20, 60);
    private static final AgeConcerne AGEES = new AgeConcerne("personnes_agees", 75, Tranche.DERNIER_AGE + 1);

    @Test
    void takesTheBandsThatFollowEachOtherFromBirth() {
        assertThat(suite("0-14,15-29,30-44,45-59,60-74,75+,65+,85+"))
                .extracting(Tranche::toString)
                .containsExactly("0-14", "15-29", "30-44", "45-59", "60-74", "75+");
        assertThat(suite("0-59,60+,75+")).extracting(Tranche::toString).containsExactly("0-59", "60+");
        assertThat(suite("60-74,75+")).isEmpty();
        assertThat(suite("0-59,75+")).isEmpty();
    }

    @Test
    void sharesABandThatStraddlesABoundByYears() {
        assertThat(suite("0-14,15-29,30-59,60+").stream().map(ADULTES::part)).containsExactly(0.0, 10 / 15.0, 1.0, 0.0);
        assertThat(suite("0-74,75+").stream().map(AGEES::part)).containsExactly(0.0, 1.0);
    }

    private static List<Tranche> suite(String tranches) {
        return AgeConcerne.suite(Tranches.of(tranches));
    }
}
