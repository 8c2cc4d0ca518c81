package fr.maillage.source.geo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The EPSG code of a reference system written as ESRI does, without its code.
 *
 * <p>Names differ from one software to the next, numbers do not: the ellipsoid and the parameters of the projection are
 * compared with those of the systems French boundaries are published in ({@code crs_esri.csv}).
 */
final class EsriProjection {

    private static final String NUMBER = "\\s*,\\s*([-+]?\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?)";
    private static final Pattern PROJECTION = Pattern.compile("PROJECTION\\s*\\[\\s*\"([^\"]*)\"");
    private static final Pattern PARAMETER = Pattern.compile("PARAMETER\\s*\\[\\s*\"([^\"]*)\"" + NUMBER);
    private static final Pattern ELLIPSOID = Pattern.compile("SPHEROID\\s*\\[\\s*\"[^\"]*\"" + NUMBER + NUMBER);
    private static final Pattern MERIDIAN = Pattern.compile("PRIMEM\\s*\\[\\s*\"[^\"]*\"" + NUMBER);
    private static final Pattern UNIT = Pattern.compile("UNIT\\s*\\[\\s*\"[^\"]*\"" + NUMBER);
    private static final Pattern SHIFT = Pattern.compile("TOWGS84\\s*\\[[^\\]]*[1-9]");

    private static final double EARTH = 6_378_137;
    private static final double DEGREE = Math.PI / 180;
    private static final List<String> PARAMETERS = List.of(
            "standard_parallel_1",
            "standard_parallel_2",
            "latitude_of_origin",
            "central_meridian",
            "scale_factor",
            "false_easting",
            "false_northing");
    private static final List<Known> KNOWN = known();

    /** A system: projection by its name in ESRI's words, empty for degrees. */
    private record Known(int srid, String projection, double inverseFlattening, double[] parameters) {}

    private EsriProjection() {}

    /** The code; empty when the text is of none of the systems known. */
    static OptionalInt srid(String wkt) {
        Matcher ellipsoid = ELLIPSOID.matcher(wkt);
        if (!ellipsoid.find() || !isUsual(wkt) || !near(Double.parseDouble(ellipsoid.group(1)), EARTH, 1e-3)) {
            return OptionalInt.empty();
        }
        double inverseFlattening = Double.parseDouble(ellipsoid.group(2));
        String projection = projection(wkt);
        double[] parameters = parameters(wkt);
        return KNOWN.stream()
                .filter(known -> near(known.inverseFlattening, inverseFlattening, 1e-7))
                .filter(known -> isOf(projection, known.projection))
                .filter(known -> projection.isEmpty() || areNear(known.parameters, parameters))
                .mapToInt(Known::srid)
                .findFirst();
    }

    /** From Greenwich, in degrees and metres, without a shift from another datum. */
    private static boolean isUsual(String wkt) {
        Matcher meridian = MERIDIAN.matcher(wkt);
        boolean greenwich = !meridian.find() || Double.parseDouble(meridian.group(1)) == 0;
        List<Double> units = new ArrayList<>();
        UNIT.matcher(wkt).results().forEach(unit -> units.add(Double.valueOf(unit.group(1))));
        boolean degrees = !units.isEmpty() && near(units.get(0), DEGREE, 1e-9);
        boolean metres = projection(wkt).isEmpty() || (units.size() == 2 && units.get(1) == 1);
        return greenwich && degrees && metres && !SHIFT.matcher(wkt).find();
    }

    private static String projection(String wkt) {
        Matcher projection = PROJECTION.matcher(wkt);
        if (projection.find()) {
            return projection.group(1).toLowerCase(Locale.ROOT);
        }
        // Projected, in a way that is not told: of no known system.
        return wkt.stripLeading().startsWith("GEOGCS") ? "" : "unknown";
    }

    private static boolean isOf(String projection, String known) {
        return known.isEmpty() ? projection.isEmpty() : projection.startsWith(known);
    }

    private static double[] parameters(String wkt) {
        Map<String, Double> told = new HashMap<>(Map.of("scale_factor", 1.0));
        PARAMETER
                .matcher(wkt)
                .results()
                .forEach(parameter ->
                        told.put(parameter.group(1).toLowerCase(Locale.ROOT), Double.valueOf(parameter.group(2))));
        return inOrder(PARAMETERS.stream()
                .mapToDouble(name -> told.getOrDefault(name, 0.0))
                .toArray());
    }

    /** The two parallels mean the same in either order. */
    private static double[] inOrder(double[] parameters) {
        double south = Math.min(parameters[0], parameters[1]);
        parameters[1] = Math.max(parameters[0], parameters[1]);
        parameters[0] = south;
        return parameters;
    }

    private static boolean areNear(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (!near(a[i], b[i], 1e-6)) {
                return false;
            }
        }
        return true;
    }

    private static boolean near(double a, double b, double tolerance) {
        return Math.abs(a - b) <= tolerance;
    }

    private static List<Known> known() {
        try (InputStream in = EsriProjection.class.getResourceAsStream("crs_esri.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";"))
                    .map(EsriProjection::known)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Known known(String[] cells) {
        double[] parameters = new double[PARAMETERS.size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = Double.parseDouble(cells[i + 3]);
        }
        return new Known(Integer.parseInt(cells[0]), cells[1], Double.parseDouble(cells[2]), inOrder(parameters));
    }
}
