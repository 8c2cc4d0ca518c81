package fr.maillage.atlas;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.FilterFactory;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.function.ClassificationFunction;
import org.geotools.filter.function.EqualIntervalFunction;
import org.geotools.filter.function.JenksNaturalBreaksFunction;
import org.geotools.filter.function.QuantileFunction;
import org.geotools.filter.function.RangedClassifier;

/**
 * The class limits of a map, computed by GeoTools.
 *
 * <p>Limits are made for the values above zero, since zero has a colour of its own, and are rounded before anything is
 * put in a class, so that the legend and the map cannot disagree.
 */
final class Classes {

    /** How values are cut into classes. */
    enum Method {
        QUANTILE,
        JENKS,
        EQUAL;

        private ClassificationFunction function() {
            return switch (this) {
                case QUANTILE -> new QuantileFunction();
                case JENKS -> new JenksNaturalBreaksFunction();
                case EQUAL -> new EqualIntervalFunction();
            };
        }
    }

    private static final int COUNT = 5;
    /** Jenks takes the square of the number of values: more are thinned evenly, which keeps their distribution. */
    private static final int SAMPLE = 500;

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
    private static final SimpleFeatureType TYPE = type();

    private Classes() {}

    /**
     * The limits by method, from the smallest value to the largest: one more than there are classes.
     *
     * @param values in any order; zero, negative and unknown ones are left out
     * @param decimals the limits are rounded to
     */
    static Map<Method, double[]> of(DoubleStream values, int decimals) {
        double[] sorted = values.filter(value -> value > 0).sorted().toArray();
        Map<Method, double[]> limits = new EnumMap<>(Method.class);
        for (Method method : Method.values()) {
            limits.put(method, limits(sorted, method, decimals));
        }
        return limits;
    }

    private static double[] limits(double[] sorted, Method method, int decimals) {
        double[] distinct = distinct(Arrays.stream(sorted).map(value -> round(value, decimals)));
        if (distinct.length <= COUNT) {
            return DoubleStream.concat(Arrays.stream(distinct), lastOf(distinct))
                    .toArray();
        }
        return distinct(Arrays.stream(geoTools(thinned(sorted), method)).map(value -> round(value, decimals)));
    }

    private static DoubleStream lastOf(double[] values) {
        return Arrays.stream(values, Math.max(0, values.length - 1), values.length);
    }

    private static double[] geoTools(double[] values, Method method) {
        ClassificationFunction function = method.function();
        function.setParameters(List.of(FILTERS.property("value"), FILTERS.literal(COUNT)));
        RangedClassifier classifier = (RangedClassifier) function.evaluate(features(values));
        double[] starts = IntStream.range(0, classifier.getSize())
                .mapToDouble(i -> number(classifier.getMin(i)))
                .toArray();
        double end = number(classifier.getMax(classifier.getSize() - 1));
        return DoubleStream.concat(Arrays.stream(starts), DoubleStream.of(end)).toArray();
    }

    private static double number(Object limit) {
        return ((Number) limit).doubleValue();
    }

    private static ListFeatureCollection features(double[] values) {
        List<SimpleFeature> features = IntStream.range(0, values.length)
                .mapToObj(i -> SimpleFeatureBuilder.build(TYPE, new Object[] {values[i]}, Integer.toString(i)))
                .toList();
        return new ListFeatureCollection(TYPE, features);
    }

    private static double[] thinned(double[] sorted) {
        if (sorted.length <= SAMPLE) {
            return sorted;
        }
        double step = (sorted.length - 1) / (SAMPLE - 1.0);
        return IntStream.range(0, SAMPLE)
                .mapToDouble(i -> sorted[(int) Math.round(i * step)])
                .toArray();
    }

    private static double[] distinct(DoubleStream values) {
        return values.sorted().distinct().toArray();
    }

    private static double round(double value, int decimals) {
        double unit = Math.pow(10, decimals);
        return Math.round(value * unit) / unit;
    }

    private static SimpleFeatureType type() {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("values");
        builder.add("value", Double.class);
        return builder.buildFeatureType();
    }
}
