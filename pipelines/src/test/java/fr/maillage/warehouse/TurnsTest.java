package fr.maillage.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final List<ProgramPlan.Step> STEPS = List.of(
            step("bronze/fichier"),
            step("silver/court", "bronze/fichier"),
            step("silver/debut", "bronze/fichier"),
            step("silver/suite", "silver/debut"),
            step("gold/fin", "silver/suite"));

    @Test
    void aTableHasBehindItTheLongestChainThatBeginsWithIt() {
        assertThat(Turns.behind(STEPS, Map.of()))
                .containsEntry("gold/fin", 1.0)
                .containsEntry("silver/court", 1.0)
                .containsEntry("silver/debut", 3.0)
                .containsEntry("bronze/fichier", 4.0);
    }

    @Test
    void whatTookLongLastTimeCountsForSo() {
        assertThat(Turns.behind(STEPS, Map.of("silver/court", took("silver/court", 90))))
                .containsEntry("silver/court", 90.0)
                .containsEntry("bronze/fichier", 91.0);
    }

    @Test
    void theLongestChainGoesFirst() throws InterruptedException {
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(3);
        try (Turns turns = new Turns(STEPS, Map.of(), 1)) {
            turns.of("bronze/fichier").execute(() -> await(asked));
            for (String table : List.of("gold/fin", "silver/suite", "silver/debut")) {
                turns.of(table).execute(() -> {
                    done.add(table);
                    over.countDown();
                });
            }
            asked.countDown();
            over.await();
        }
        assertThat(done).containsExactly("silver/debut", "silver/suite", "gold/fin");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProgramPlan.Step step(String table, String... reads) {
        return new ProgramPlan.Step(
                table, List.of(reads), List.of(), List.of(), "", "", List.of(), false, false, List.of());
    }

    private static TableState took(String table, double seconds) {
        return new TableState(table, 0, "", seconds, List.of());
    }
}
