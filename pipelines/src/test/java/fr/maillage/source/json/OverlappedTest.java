package fr.maillage.source.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.source.BrokenFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OverlappedTest {

    @Test
    void givesResultsInTheOrderOfTheirTasks() {
        List<Integer> results = new ArrayList<>();
        try (Overlapped<Integer> overlapped = new Overlapped<>("essai", new Counting(500, Integer.MAX_VALUE), 3)) {
            overlapped.forEachRemaining(results::add);
        }

        assertThat(results).hasSize(500).isSorted();
    }

    @Test
    void givesWhatWasFoundBeforeAFailureAndThenTheFailure() {
        try (Overlapped<Integer> overlapped = new Overlapped<>("essai", new Counting(500, 7), 2)) {
            for (int i = 0; i < 7; i++) {
                assertThat(overlapped.next()).isEqualTo(i);
            }
            assertThatThrownBy(overlapped::next).isInstanceOf(BrokenFile.class).hasMessage("cut at 7");
            assertThat(overlapped.hasNext()).isFalse();
        }
    }

    @Test
    void findsNoMoreThanAFewTasksAheadAndLetsGoWhenClosed() throws InterruptedException {
        Counting tasks = new Counting(1_000_000, Integer.MAX_VALUE);
        Overlapped<Integer> overlapped = new Overlapped<>("essai", tasks, 2);
        assertThat(overlapped.next()).isZero();
        overlapped.close();

        assertThat(tasks.closed.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(tasks.found.get()).isLessThan(20);
    }

    /** Tasks that give 0, 1, 2…; finding one of them fails. */
    private static final class Counting implements Overlapped.Tasks<Integer> {

        private final int all;
        private final int failing;
        private final AtomicInteger found = new AtomicInteger();
        private final CountDownLatch closed = new CountDownLatch(1);

        Counting(int all, int failing) {
            this.all = all;
            this.failing = failing;
        }

        @Override
        public Callable<Integer> next() {
            int number = found.getAndIncrement();
            if (number == failing) {
                throw new BrokenFile("cut at " + number);
            }
            return number < all ? () -> number : null;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
