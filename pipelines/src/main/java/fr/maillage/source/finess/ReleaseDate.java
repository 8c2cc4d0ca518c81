package fr.maillage.source.finess;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of FINESS releases, in file names and first lines. */
final class ReleaseDate {

    private static final Pattern IN_NAME =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\\d|3[01])(?!\\d)");

    private static final Pattern MONTH = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})-?(0[1-9]|1[0-2])(?!\\d)");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?!\\d)");

    private ReleaseDate() {}

    /** The newest date {@code 20210108} or {@code 2021-01-08} of a path. */
    static Optional<LocalDate> inName(String path) {
        Optional<LocalDate> newest = Optional.empty();
        Matcher matcher = IN_NAME.matcher(path);
        while (matcher.find()) {
            Optional<LocalDate> found = of(matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3));
            if (newest.isEmpty() || (found.isPresent() && found.get().isAfter(newest.get()))) {
                newest = found;
            }
        }
        return newest;
    }

    /** The last day that a name tells of: a day, else the end of a month {@code 202607}, else the end of a year. */
    static Optional<LocalDate> lastDayInName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return inName(name).or(() -> last(MONTH, name)).or(() -> last(YEAR, name));
    }

    private static Optional<LocalDate> last(Pattern pattern, String name) {
        return pattern.matcher(name)
                .results()
                .map(match -> match.groupCount() == 2
                        ? YearMonth.of(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)))
                                .atEndOfMonth()
                        : LocalDate.of(Integer.parseInt(match.group(1)), 12, 31))
                .max(Comparator.naturalOrder());
    }

    /** The date of an ISO text; empty when it is none, such as 31 February. */
    static Optional<LocalDate> of(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
