package fr.maillage.source.geo;

import com.fasterxml.jackson.databind.JsonNode;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.Vintages;
import fr.maillage.source.declaration.Lecture;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What features that are perimeters of users carry: an identifier, a name and an owner, which no file of contours has all
 * three of.
 */
final class Perimetres {

    /** Properties, in the order of bronze/perimetre. */
    static final List<String> PROPRIETES =
            List.of("identifiant", "nom", "proprietaire", "date_debut", "date_fin", "millesime", "description");

    private static final List<String> REQUIRED = PROPRIETES.subList(0, 3);
    private static final int DATE_DEBUT = PROPRIETES.indexOf("date_debut");
    private static final int MILLESIME = PROPRIETES.indexOf("millesime");

    private Perimetres() {}

    static boolean areOurs(JsonNode properties) {
        return REQUIRED.stream().allMatch(properties::has);
    }

    /** @param columns names in lower case */
    static boolean areOurs(Collection<String> columns) {
        return columns.containsAll(REQUIRED);
    }

    /** A row of bronze/perimetre. */
    static Object[] record(String[] proprietes, String crs, byte[] wkb) {
        Object[] values = Arrays.copyOf(proprietes, proprietes.length + 2, Object[].class);
        values[proprietes.length] = crs;
        values[proprietes.length + 1] = wkb;
        return values;
    }

    /** The newest start date or vintage of the features, else the date in the name. */
    static Recognised recognised(String format, Probe probe, Stream<Object[]> features) {
        return features.flatMap(values -> Stream.of(values[DATE_DEBUT], values[MILLESIME]))
                .filter(Objects::nonNull)
                .map(typed -> day((String) typed))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .map(day -> new Recognised(format, day, "newest date in the features"))
                .orElseGet(() -> Vintages.recognised(format, probe));
    }

    private static LocalDate day(String typed) {
        return typed.strip().matches("(19|20)[0-9]{2}")
                ? LocalDate.of(Integer.parseInt(typed.strip()), 1, 1)
                : Lecture.date(typed);
    }
}
