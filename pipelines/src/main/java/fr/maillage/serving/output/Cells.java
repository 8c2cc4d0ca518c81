package fr.maillage.serving.output;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Values as text, the same in every format. */
final class Cells {

    private Cells() {}

    static String text(Object value) {
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Cells::text).collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }

    /** Without an exponent, and without a useless {@code .0}: 6.0 is 6, 1.5E7 is 15000000. */
    private static String number(Double number) {
        if (number.isNaN() || number.isInfinite()) {
            return number.toString();
        }
        BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
        return exact.scale() < -18 || exact.scale() > 18 ? number.toString() : exact.toPlainString();
    }
}
