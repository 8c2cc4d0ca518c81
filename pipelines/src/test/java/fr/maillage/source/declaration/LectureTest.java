package fr.maillage.source.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LectureTest {

    @ParameterizedTest
    @CsvSource({
        "2010-12-17,    2010-12-17, 2010-12-17, jour",
        "17/12/2010,    2010-12-17, 2010-12-17, jour",
        "2010-12,       2010-12-01, 2010-12-31, mois",
        "02/2012,       2012-02-01, 2012-02-29, mois",
        "juin 2011,     2011-06-01, 2011-06-30, mois",
        "2007,          2007-01-01, 2007-12-31, annee",
        "' 1960 ',      1960-01-01, 1960-12-31, annee"
    })
    void readsADateAsPreciselyAsItWasTyped(String typed, LocalDate debut, LocalDate fin, String precision) {
        assertThat(Lecture.debut(typed)).isEqualTo(debut);
        assertThat(Lecture.fin(typed)).isEqualTo(fin);
        assertThat(Lecture.precision(typed)).isEqualTo(precision);
    }

    @ParameterizedTest
    @CsvSource({"bientôt", "''", "1492", "12", "2010-13"})
    void readsNoDateOutOfOtherTexts(String typed) {
        assertThat(Lecture.debut(typed)).isNull();
        assertThat(Lecture.fin(typed)).isNull();
        assertThat(Lecture.precision(typed)).isNull();
    }

    @Test
    void leavesNothingAsNothing() {
        assertThat(Lecture.debut(null)).isNull();
        assertThat(Lecture.fin(null)).isNull();
    }
}
