package fr.maillage.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day a file speaks of, as its name and folders tell it.
 *
 * <p>The file's own name is asked first, then its folders from the inside out. In one name a day ({@code 20210108},
 * {@code 2024-01-01}) goes before a month ({@code 202607}: its first day), a month before a year (its 1 January). Of
 * several years the first counts ({@code pop2021_geo2023}), but of a range the last ({@code 1975-2020}).
 */
public final class Vintages {

    private static final int FIRST_YEAR = 1960;
    private static final int LAST_YEAR = 2099;
    private static final Pattern DAY = number("(\\d{4})([-_.]?)(\\d{2})\\2(\\d{2})");
    private static final Pattern FRENCH_DAY = number("(\\d{2})([-_.])(\\d{2})\\2(\\d{4})");
    private static final Pattern MONTH = number("(\\d{4})[-_]?(\\d{2})");
    private static final Pattern RANGE = number("(\\d{4})[-_](\\d{4})");
    private static final Pattern YEAR = number("(\\d{4})");

    private Vintages() {}

    /** The day told by a path with {@code /} between folders; empty when nothing in it is a date. */
    public static Optional<LocalDate> ofName(String path) {
        String[] parts = path.replace('\\', '/').split("/");
        for (int i = parts.length - 1; i >= 0; i--) {
            Optional<LocalDate> day = ofPart(parts[i]);
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    /** The 1 January of the year that follows a word, as {@code geo} in {@code pop2021_geo2023}. */
    public static Optional<LocalDate> yearAfter(String path, String word) {
        Pattern pattern =
                Pattern.compile("(?<![a-z])" + Pattern.quote(word) + "[-_]?(\\d{4})(?!\\d)", Pattern.CASE_INSENSITIVE);
        return first(pattern, path, match -> firstDay(match.group(1), "01", "01"));
    }

    /** What the name tells, as evidence of a {@link Recognised}: its vintage may be null. */
    public static Recognised recognised(String format, Probe probe) {
        return ofName(probe.name())
                .map(day -> new Recognised(format, day, "date in the name"))
                .orElseGet(() -> new Recognised(format, null, "no date in the name"));
    }

    private static Optional<LocalDate> ofPart(String name) {
        return first(DAY, name, match -> firstDay(match.group(1), match.group(3), match.group(4)))
                .or(() -> first(FRENCH_DAY, name, match -> firstDay(match.group(4), match.group(3), match.group(1))))
                .or(() -> first(MONTH, name, match -> firstDay(match.group(1), match.group(2), "01")))
                .or(() -> first(RANGE, name, Vintages::lastYear))
                .or(() -> first(YEAR, name, match -> firstDay(match.group(1), "01", "01")));
    }

    private static Optional<LocalDate> lastYear(MatchResult range) {
        return firstDay(range.group(1), "01", "01").flatMap(start -> firstDay(range.group(2), "01", "01"));
    }

    private static Optional<LocalDate> first(
            Pattern pattern, String text, Function<MatchResult, Optional<LocalDate>> day) {
        Matcher matcher = pattern.matcher(text);
        List<MatchResult> matches = new ArrayList<>();
        while (matcher.find()) {
            matches.add(matcher.toMatchResult());
        }
        return matches.stream().map(day).flatMap(Optional::stream).findFirst();
    }

    private static Optional<LocalDate> firstDay(String year, String month, String day) {
        int number = Integer.parseInt(year);
        if (number < FIRST_YEAR || number > LAST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** Digits that are not part of a longer run of digits. */
    private static Pattern number(String digits) {
        return Pattern.compile("(?<!\\d)" + digits + "(?!\\d)");
    }
}
