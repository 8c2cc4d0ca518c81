package fr.maillage.silver.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.silver.cooperation.Cycles.Lien;
import java.util.List;
import org.junit.jupiter.api.Test;

class CyclesTest {

    @Test
    void refusesOnlyTheLinkThatClosesACycle() {
        List<Lien> links = List.of(new Lien("a", "b"), new Lien("b", "c"), new Lien("c", "a"), new Lien("c", "d"));

        assertThat(Cycles.closing(links)).containsExactly(new Lien("c", "a"));
    }

    @Test
    void refusesACooperationThatIsItsOwnMember() {
        assertThat(Cycles.closing(List.of(new Lien("a", "a")))).containsExactly(new Lien("a", "a"));
    }

    @Test
    void admitsAMemberReachedByTwoWaysAndTheSameLinkTwice() {
        List<Lien> links = List.of(
                new Lien("a", "b"), new Lien("a", "c"), new Lien("b", "d"), new Lien("c", "d"), new Lien("a", "b"));

        assertThat(Cycles.closing(links)).isEmpty();
    }
}
