package fr.maillage.source.insee;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a column of INSEE says of the people counted in it: the year, their sex and their ages.
 *
 * <p>{@code P21_POP0014} and {@code P21_H90P} are those of the files on the structure of population, {@code
 * SEXE2_AGED100075} and {@code SEXE1_AGEPYR1018} those of the census tables POP1B and POP1A spread over columns, {@code
 * Nb de pers. âgées de 25 à 64 ans 2021} those of local statistics, {@code Hommes|95 ans et plus} those of the estimates
 * by département.
 *
 * @param annee null when the name does not tell it
 * @param sexe {@link #HOMMES}, {@link #FEMMES} or {@link #ENSEMBLE}
 * @param ageMax last age, null when there is none
 */
public record ColonneAge(Integer annee, String sexe, int ageMin, Integer ageMax) {

    public static final String HOMMES = "hommes";
    public static final String FEMMES = "femmes";
    public static final String ENSEMBLE = "ensemble";

    private static final List<Integer> POP1A = List.of(0, 3, 6, 11, 18, 25, 40, 55, 65, 80);
    private static final int OLDEST = 100;
    private static final int TWO_DIGITS_FROM = 60;
    private static final String PEOPLE = "nb de pers\\. agees +";

    private record Forme(Pattern pattern, Function<MatchResult, ColonneAge> colonne) {}

    private static final List<Forme> FORMES = List.of(
            forme("p(\\d\\d)_(pop|h|f)(\\d\\d)(\\d\\d|p)", ColonneAge::structure),
            forme("sexe([12])_aged100(\\d{2,3})", found -> an(sexeDuCode(found.group(1)), number(found, 2))),
            forme("sexe([12])_agepyr10(\\d\\d)", ColonneAge::pop1a),
            forme(
                    PEOPLE + "de (\\d+) a (\\d+) ans (\\d{4})(?:\\.\\w)?",
                    found -> locale(found, 3, number(found, 1), number(found, 2))),
            forme(
                    PEOPLE + "de - de (\\d+) ans (\\d{4})(?:\\.\\w)?",
                    found -> locale(found, 2, 0, number(found, 1) - 1)),
            forme(
                    PEOPLE + "de (\\d+) ans ou (?:\\+|plus) (\\d{4})(?:\\.\\w)?",
                    found -> locale(found, 2, number(found, 1), null)),
            forme(
                    "(hommes|femmes|ensemble)\\|(\\d+) a (\\d+) ans",
                    found -> new ColonneAge(null, found.group(1), number(found, 2), number(found, 3))),
            forme(
                    "(hommes|femmes|ensemble)\\|(\\d+) ans et plus",
                    found -> new ColonneAge(null, found.group(1), number(found, 2), null)));

    /** The meaning of a column; empty when it counts no people by age. */
    public static Optional<ColonneAge> of(String name) {
        String plain = Header.normalised(name).replaceAll("\\s+", " ");
        for (Forme forme : FORMES) {
            Matcher matcher = forme.pattern().matcher(plain);
            if (matcher.matches()) {
                return Optional.ofNullable(forme.colonne().apply(matcher.toMatchResult()));
            }
        }
        return Optional.empty();
    }

    /** People of one age, the last of which has no end; null when the age is none. */
    static ColonneAge an(String sexe, int age) {
        return age > OLDEST ? null : new ColonneAge(null, sexe, age, age == OLDEST ? null : age);
    }

    /** 1 and 2 are the codes of INSEE. */
    static String sexeDuCode(String code) {
        return code.equals("1") ? HOMMES : FEMMES;
    }

    private static ColonneAge structure(MatchResult found) {
        int year = number(found, 1);
        int from = number(found, 3);
        Integer to = found.group(4).equals("p") ? null : number(found, 4);
        if (to != null && to < from) {
            return null;
        }
        String sexe =
                switch (found.group(2)) {
                    case "h" -> HOMMES;
                    case "f" -> FEMMES;
                    default -> ENSEMBLE;
                };
        return new ColonneAge(year + (year < TWO_DIGITS_FROM ? 2000 : 1900), sexe, from, to);
    }

    private static ColonneAge pop1a(MatchResult found) {
        int at = POP1A.indexOf(number(found, 2));
        if (at < 0) {
            return null;
        }
        Integer to = at == POP1A.size() - 1 ? null : POP1A.get(at + 1) - 1;
        return new ColonneAge(null, sexeDuCode(found.group(1)), POP1A.get(at), to);
    }

    private static ColonneAge locale(MatchResult found, int year, int from, Integer to) {
        return to != null && to < from ? null : new ColonneAge(number(found, year), ENSEMBLE, from, to);
    }

    private static int number(MatchResult found, int group) {
        String digits = found.group(group);
        return digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private static Forme forme(String pattern, Function<MatchResult, ColonneAge> colonne) {
        return new Forme(Pattern.compile(pattern), colonne);
    }
}
