package fr.maillage.atlas.cooperation;

import static fr.maillage.schemas.Columns.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One fact of a cooperation as a line for people. */
final class PhraseFait {

    private final CooperationsMots mots;
    private final Map<String, String> noms;

    PhraseFait(CooperationsMots mots, Map<String, String> noms) {
        this.mots = mots;
        this.noms = noms;
    }

    String of(Map<String, Object> fait) {
        String said = Stream.of(mots.label(Lignes.text(fait, LIBELLE_VALEUR)), Lignes.text(fait, TEXTE_FAIT))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(mots.mot("deux_points") + " "));
        List<String> parts = new ArrayList<>();
        parts.add(said);
        parts.add(amount(fait));
        parts.add(acteur(fait));
        parts.add(mots.label(Lignes.text(fait, LIBELLE_STATUT)));
        parts.add(when(fait));
        String line =
                parts.stream().filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" · "));
        return line.isEmpty() ? mots.mot("sans_precision") : line;
    }

    /** Who the row is about: a name where one is known, else what was typed, else the code. */
    String acteur(Map<String, Object> row) {
        String code = Lignes.text(row, CODE_ACTEUR);
        String typed = Lignes.text(row, ACTEUR_NOMME);
        return code == null ? typed : noms.getOrDefault(code, typed == null ? code : typed);
    }

    /** A milestone has a day, anything else lasts. */
    private String when(Map<String, Object> fait) {
        String start = Lignes.text(fait, DATE_DEBUT);
        String precision = Lignes.text(fait, PRECISION_DATE);
        return "jalon".equals(fait.get(RUBRIQUE))
                ? mots.day(start, precision)
                : mots.period(start, Lignes.text(fait, DATE_FIN), precision);
    }

    private String amount(Map<String, Object> fait) {
        Number exact = (Number) fait.get(NOMBRE_FAIT);
        Number least = (Number) fait.get(NOMBRE_MINIMUM);
        Number most = (Number) fait.get(NOMBRE_MAXIMUM);
        String between = (least == null && most == null) || (exact != null && exact.equals(least) && exact.equals(most))
                ? null
                : (least == null ? "…" : mots.number(least)) + " – " + (most == null ? "…" : mots.number(most));
        String numbers = Stream.of(exact == null ? null : mots.number(exact), between)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        if (numbers.isEmpty()) {
            return Lignes.text(fait, QUALIFICATIF);
        }
        return Stream.of(numbers, Lignes.text(fait, UNITE_FAIT), qualified(fait))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\u00a0"));
    }

    private static String qualified(Map<String, Object> fait) {
        String word = Lignes.text(fait, QUALIFICATIF);
        return word == null ? null : "(" + word + ")";
    }
}
