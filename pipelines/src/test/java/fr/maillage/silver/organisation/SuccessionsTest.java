package fr.maillage.silver.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.silver.organisation.Successions.Periode;
import fr.maillage.silver.organisation.Successions.Succession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SuccessionsTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    @Test
    void joinsPeriodsInWhichItIsTheSame() {
        Successions successions = new Successions(
                List.of(one("a", "b", 2005), one("b", "d", 2012), one("c", "d", 2010), one("e", "f", 2011)));

        assertThat(successions.periodes("a"))
                .containsExactly(
                        new Periode(null, LocalDate.of(2004, 12, 31), "a"),
                        new Periode(LocalDate.of(2005, 1, 1), LocalDate.of(2011, 12, 31), "b"),
                        new Periode(LocalDate.of(2012, 1, 1), null, "d"));
        assertThat(successions.periodes("personne")).containsExactly(new Periode(null, null, "personne"));
    }

    /** On any links without a cycle, the periods say of every day what following the links says of it. */
    @Test
    void saysOfEveryDayWhatFollowingTheLinksSays() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Succession> links = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                int from = random.nextInt(5);
                int to = from + 1 + random.nextInt(6 - from);
                links.add(
                        new Succession("o" + from, "o" + to, FIRST.plusDays(random.nextInt(20)), random.nextBoolean()));
            }
            Successions successions = new Successions(links);
            for (int organisation = 0; organisation < 7; organisation++) {
                check(successions, "o" + organisation);
            }
        }
    }

    private static void check(Successions successions, String code) {
        List<Periode> periodes = successions.periodes(code);
        LocalDate since = periodes.stream()
                .map(periode -> periode.du() == null ? LocalDate.MIN : periode.du())
                .min(LocalDate::compareTo)
                .orElseThrow();
        for (int day = 0; day < 22; day++) {
            LocalDate jour = FIRST.plusDays(day);
            List<String> said = periodes.stream()
                    .filter(one -> one.du() == null || !one.du().isAfter(jour))
                    .filter(one -> one.au() == null || !one.au().isBefore(jour))
                    .map(Periode::actuelle)
                    .toList();
            assertThat(said)
                    .containsExactlyElementsOf(
                            jour.isBefore(since) ? List.of() : List.copyOf(successions.actuelles(code, jour)));
        }
    }

    private static Succession one(String from, String to, int year) {
        return new Succession(from, to, LocalDate.of(year, 1, 1), false);
    }
}
