package fr.maillage.source.declaration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** A day or month as typed in an upload, read only to learn which day the file speaks of. */
final class DateSaisie {

    private static final DateTimeFormatter ISO = strict("uuuu-M-d");
    private static final DateTimeFormatter FRENCH = strict("d/M/uuuu");
    private static final DateTimeFormatter ISO_MONTH = strict("uuuu-M");
    private static final DateTimeFormatter FRENCH_MONTH = strict("M/uuuu");

    private DateSaisie() {}

    /** The day, or the last day of the month; empty when the text is neither. */
    static Optional<LocalDate> read(String text) {
        return day(text, ISO)
                .or(() -> day(text, FRENCH))
                .or(() -> month(text, ISO_MONTH))
                .or(() -> month(text, FRENCH_MONTH));
    }

    private static Optional<LocalDate> day(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text.strip(), format));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> month(String text, DateTimeFormatter format) {
        try {
            return Optional.of(YearMonth.parse(text.strip(), format).atEndOfMonth());
        } catch (DateTimeException notAMonth) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
