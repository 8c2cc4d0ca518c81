package fr.maillage.source.finess;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of FINESS releases, in file names and first lines. */
final class ReleaseDate {

    private static final Pattern IN_NAME =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\\d|3[01])(?!\\d)");

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

    /** The date of an ISO text; empty when it is none, such as 31 February. */
    static Optional<LocalDate> of(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
