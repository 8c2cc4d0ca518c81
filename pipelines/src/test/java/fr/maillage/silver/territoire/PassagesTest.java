package fr.maillage.silver.territoire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassagesTest {

    /** B merges into A in 2019, A is split again in A and B in 2022; C takes the code D in mid-2020. */
    private static final Passages PASSAGES = passages();

    @ParameterizedTest
    @CsvSource({
        "A, 2018, 2019, A", "B, 2018, 2019, A", "B, 2018, 2021, A", "B, 2018, 2022, 'A,B'", "A, 2019, 2022, 'A,B'",
        "A, 2019, 2021, A", "C, 2018, 2024, D", "C, 2020, 2021, D", "D, 2021, 2024, D", "E, 2018, 2024, E",
        "A, 2019, 2018, 'A,B'", "B, 2022, 2021, A", "B, 2022, 2018, 'A,B'", "D, 2021, 2020, C", "A, 2020, 2020, A"
    })
    void followsMovementsInBothDirections(String commune, int year, int target, String expected) {
        assertThat(PASSAGES.between(commune, year, target)).containsExactly(expected.split(","));
    }

    @Test
    void aMovementOfTheFirstOfJanuaryIsInTheCodeOfThatYear() {
        assertThat(PASSAGES.between("B", 2019, 2019)).containsExactly("B");
    }

    private static Passages passages() {
        Passages passages = new Passages();
        passages.add(LocalDate.of(2019, 1, 1), "A", "A");
        passages.add(LocalDate.of(2019, 1, 1), "B", "A");
        passages.add(LocalDate.of(2022, 1, 1), "A", "A");
        passages.add(LocalDate.of(2022, 1, 1), "A", "B");
        passages.add(LocalDate.of(2020, 6, 1), "C", "D");
        return passages;
    }
}
