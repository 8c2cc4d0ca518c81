package fr.maillage.source.declaration;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads one cell of a spreadsheet as French spreadsheets save it; what cannot be read is null.
 *
 * <p>Plain Java, and called by silver as Spark functions: the same in Spark expressions is so long that the
 * code Spark generates from it exceeds what a Java method may hold.
 */
public final class Lecture {

    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u202f]+");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}([.,][0-9]+)?");
    private static final Pattern YEAR = Pattern.compile("(?:18|19|20)[0-9]{2}");
    private static final Pattern NAMED_MONTH = Pattern.compile("([a-z]+)[.]?[- ]([0-9]{2}|[0-9]{4})");
    private static final List<String> MONTHS =
            List.of("janv", "fevr", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec");
    /** An instant, as programs write it: its day is told first. */
    private static final Pattern INSTANT = Pattern.compile("^(\\d{4}-\\d{2}-\\d{2})T[0-9:.]+Z$");

    private static final DateTimeFormatter ISO = strict("uuuu-M-d");
    private static final DateTimeFormatter FRENCH = strict("d/M/uuuu");
    private static final DateTimeFormatter DASHED = strict("d-M-uuuu");
    private static final DateTimeFormatter ISO_MONTH = strict("uuuu-M");
    private static final DateTimeFormatter FRENCH_MONTH = strict("M/uuuu");

    private Lecture() {}

    /** The text with single blanks and none around; null when nothing is left. */
    public static String texte(String typed) {
        String text = typed == null ? "" : BLANKS.matcher(typed).replaceAll(" ").strip();
        return text.isEmpty() ? null : text;
    }

    /** A code of a closed list: lower case, no accents, blanks and hyphens as underscores. */
    public static String code(String typed) {
        String text = texte(typed);
        return text == null ? null : sansAccents(text).toLowerCase(Locale.ROOT).replaceAll("[ -]", "_");
    }

    /** A day: 2024-03-31, 31/03/2024 or 31-03-2024; the day of an instant. */
    public static LocalDate date(String typed) {
        String text = texte(typed);
        return text == null ? null : first(INSTANT.matcher(text).replaceFirst("$1"), ISO, FRENCH, DASHED);
    }

    /** The first day of a month: 2024-03, 03/2024, a day of it, or mars-24 as spreadsheets turn it into. */
    public static LocalDate mois(String typed) {
        String text = texte(typed);
        if (text == null) {
            return null;
        }
        LocalDate day = Optional.ofNullable(first(text, ISO, FRENCH))
                .or(() -> month(text, ISO_MONTH))
                .or(() -> month(text, FRENCH_MONTH))
                .or(() -> named(text))
                .orElse(null);
        return day == null ? null : day.withDayOfMonth(1);
    }

    /** The first day of a day, month or year as typed. */
    public static LocalDate debut(String typed) {
        Optional<LocalDate> year = annee(typed);
        LocalDate day = date(typed);
        return year.orElseGet(() -> day == null ? mois(typed) : day);
    }

    /** The last day of a day, month or year as typed. */
    public static LocalDate fin(String typed) {
        String precision = precision(typed);
        LocalDate start = debut(typed);
        if (start == null || precision.equals("jour")) {
            return start;
        }
        return (precision.equals("mois") ? start.plusMonths(1) : start.plusYears(1)).minusDays(1);
    }

    /** How precise a date was typed: {@code jour}, {@code mois} or {@code annee}; null when it is no date. */
    public static String precision(String typed) {
        if (annee(typed).isPresent()) {
            return "annee";
        }
        if (date(typed) != null) {
            return "jour";
        }
        return mois(typed) == null ? null : "mois";
    }

    private static Optional<LocalDate> annee(String typed) {
        String text = texte(typed);
        return Optional.ofNullable(text)
                .filter(year -> YEAR.matcher(year).matches())
                .map(year -> LocalDate.of(Integer.parseInt(year), 1, 1));
    }

    /** A number with a decimal comma or point, and blanks between thousands. */
    public static Double nombre(String typed) {
        String text = typed == null ? "" : BLANKS.matcher(typed).replaceAll("");
        return NUMBER.matcher(text).matches() ? Double.valueOf(text.replace(',', '.')) : null;
    }

    /** A whole number; null for 1,5. */
    public static Long entier(String typed) {
        Double number = nombre(typed);
        return number != null && number == Math.rint(number) ? Long.valueOf(number.longValue()) : null;
    }

    static String sansAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    /** {@code mars-24}, {@code févr. 2024}. */
    private static Optional<LocalDate> named(String text) {
        Matcher matcher = NAMED_MONTH.matcher(sansAccents(text).toLowerCase(Locale.ROOT));
        if (!matcher.matches() || !MONTHS.contains(matcher.group(1))) {
            return Optional.empty();
        }
        String year = matcher.group(2).length() == 2 ? "20" + matcher.group(2) : matcher.group(2);
        return plausible(LocalDate.of(Integer.parseInt(year), MONTHS.indexOf(matcher.group(1)) + 1, 1));
    }

    private static LocalDate first(String text, DateTimeFormatter... formats) {
        return Stream.of(formats)
                .map(format -> day(text, format))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Optional<LocalDate> day(String text, DateTimeFormatter format) {
        try {
            return plausible(LocalDate.parse(text, format));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> month(String text, DateTimeFormatter format) {
        try {
            return plausible(YearMonth.parse(text, format).atDay(1));
        } catch (DateTimeException notAMonth) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> plausible(LocalDate day) {
        return Optional.of(day).filter(d -> d.getYear() >= 1900 && d.getYear() <= 2100);
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
