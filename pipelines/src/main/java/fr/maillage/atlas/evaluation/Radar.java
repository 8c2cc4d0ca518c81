package fr.maillage.atlas.evaluation;

import fr.maillage.atlas.habillage.Html;
import fr.maillage.evaluation.Resultat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A radar as SVG: one spoke per axis, one line per session.
 *
 * <p>Sessions differ by colour, dashes and shape of the points, so that no one needs to tell colours apart. An axis that
 * nobody marked has no point, and the line stops there: not answered is not zero.
 */
final class Radar {

    /** Sessions that can be told apart; older ones stand in the table only. */
    static final int SESSIONS = 4;

    /** More axes than that are numbered without their names, which stand in the table. */
    private static final int NAMED = 8;

    private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#00745a", "#8b3a8b");
    private static final List<String> DASHES = List.of("none", "7 4", "2 4", "10 3 2 3");

    private static final int X = 330;
    private static final int Y = 205;
    private static final int RADIUS = 145;
    private static final int LABEL = 21;

    private final List<String> axes;
    private final Function<Resultat, String> words;
    private final StringBuilder svg = new StringBuilder();

    /**
     * @param axes names, in order
     * @param words what is told of a point that is pointed at
     */
    Radar(List<String> axes, Function<Resultat, String> words) {
        this.axes = axes;
        this.words = words;
    }

    /**
     * The drawing.
     *
     * @param sessions the newest first; a session has one result per axis, in their order
     * @param names of the sessions
     */
    String of(String title, List<List<Resultat>> sessions, List<String> names, String decimalSeparator) {
        int height = 2 * Y + 22 * sessions.size() + 4;
        svg.append("<svg class=\"radar\" viewBox=\"0 0 ")
                .append(2 * X)
                .append(' ')
                .append(height)
                .append("\" role=\"img\"><title>")
                .append(Html.escape(title))
                .append("</title>");
        web(decimalSeparator);
        spread(sessions.get(0));
        for (int i = sessions.size() - 1; i >= 0; i--) {
            line(sessions.get(i), i);
        }
        for (int i = 0; i < sessions.size(); i++) {
            legend(names.get(i), i, 2 * Y + 12 + 22 * i);
        }
        return svg.append("</svg>").toString();
    }

    private void web(String decimalSeparator) {
        for (int ring = 1; ring <= 4; ring++) {
            List<String> points = new ArrayList<>();
            for (int axis = 0; axis < axes.size(); axis++) {
                points.add(at(axis, ring / 4.0 * RADIUS));
            }
            svg.append("<polygon class=\"web\" points=\"")
                    .append(String.join(" ", points))
                    .append("\"/>");
        }
        for (int axis = 0; axis < axes.size(); axis++) {
            svg.append("<path class=\"spoke\" d=\"M")
                    .append(X)
                    .append(',')
                    .append(Y)
                    .append('L');
            svg.append(at(axis, RADIUS)).append("\"/>");
            name(axis);
        }
        scale("0" + decimalSeparator + "5", RADIUS / 2);
        scale("1", RADIUS);
    }

    private void scale(String text, int distance) {
        svg.append("<text class=\"scale\" x=\"")
                .append(X + 4)
                .append("\" y=\"")
                .append(Y - distance + 12)
                .append("\">")
                .append(text)
                .append("</text>");
    }

    private void name(int axis) {
        String number = String.valueOf(axis + 1);
        List<String> lines = axes.size() > NAMED ? List.of(number) : wrapped(number + ". " + axes.get(axis));
        double cos = Math.cos(angle(axis));
        double sin = Math.sin(angle(axis));
        String anchor = cos > 0.2 ? "start" : cos < -0.2 ? "end" : "middle";
        double x = X + cos * (RADIUS + 12);
        double first = Y + sin * (RADIUS + 14) + 4 - (lines.size() - 1) * (sin < -0.5 ? 16 : sin > 0.5 ? 0 : 8);
        for (int i = 0; i < lines.size(); i++) {
            svg.append("<text class=\"name\" text-anchor=\"").append(anchor).append("\" x=\"");
            svg.append(number(x))
                    .append("\" y=\"")
                    .append(number(first + 16 * i))
                    .append("\">");
            svg.append(Html.escape(lines.get(i))).append("</text>");
        }
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>(List.of(""));
        for (String word : text.split(" ")) {
            String last = lines.get(lines.size() - 1);
            if (last.isEmpty() || last.length() + word.length() < LABEL) {
                lines.set(lines.size() - 1, last.isEmpty() ? word : last + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    /** From the lowest to the highest respondent, for the newest session. */
    private void spread(List<Resultat> session) {
        for (int axis = 0; axis < axes.size(); axis++) {
            Resultat one = session.get(axis);
            if (one.score() != null) {
                svg.append("<path class=\"spread\" stroke=\"")
                        .append(COLOURS.get(0))
                        .append("\" d=\"M");
                svg.append(at(axis, one.min() * RADIUS)).append('L');
                svg.append(at(axis, one.max() * RADIUS)).append("\"/>");
            }
        }
    }

    private void line(List<Resultat> session, int index) {
        svg.append("<g class=\"session\" stroke=\"").append(COLOURS.get(index)).append("\" fill=\"");
        svg.append(COLOURS.get(index)).append("\"><path class=\"line\" stroke-dasharray=\"");
        svg.append(DASHES.get(index)).append("\" d=\"");
        for (int axis = 0; axis < axes.size(); axis++) {
            int next = (axis + 1) % axes.size();
            if (session.get(axis).score() != null && session.get(next).score() != null) {
                svg.append('M').append(at(axis, session.get(axis).score() * RADIUS));
                svg.append('L').append(at(next, session.get(next).score() * RADIUS));
            }
        }
        svg.append("\"/>");
        for (int axis = 0; axis < axes.size(); axis++) {
            Resultat one = session.get(axis);
            if (one.score() != null) {
                double distance = one.score() * RADIUS;
                point(index, x(axis, distance), y(axis, distance), words.apply(one));
            }
        }
        svg.append("</g>");
    }

    private void point(int index, double x, double y, String said) {
        String shape =
                switch (index) {
                    case 0 -> "M-5,0a5,5 0 1 0 10,0a5,5 0 1 0 -10,0z";
                    case 1 -> "M-4.5,-4.5h9v9h-9z";
                    case 2 -> "M0,-6L5.5,4.5H-5.5z";
                    default -> "M0,-6L6,0L0,6L-6,0z";
                };
        svg.append("<path class=\"point\" d=\"").append(shape).append("\" transform=\"translate(");
        svg.append(number(x)).append(',').append(number(y)).append(")\"><title>");
        svg.append(Html.escape(said)).append("</title></path>");
    }

    private void legend(String name, int index, int y) {
        svg.append("<g stroke=\"")
                .append(COLOURS.get(index))
                .append("\" fill=\"")
                .append(COLOURS.get(index));
        svg.append("\"><path class=\"line\" stroke-dasharray=\"")
                .append(DASHES.get(index))
                .append("\" d=\"M210,");
        svg.append(y).append("h56\"/>");
        point(index, 238, y, name);
        svg.append("</g><text x=\"276\" y=\"").append(y + 4).append("\">");
        svg.append(Html.escape(name)).append("</text>");
    }

    private String at(int axis, double distance) {
        return number(x(axis, distance)) + "," + number(y(axis, distance));
    }

    private double x(int axis, double distance) {
        return X + Math.cos(angle(axis)) * distance;
    }

    private double y(int axis, double distance) {
        return Y + Math.sin(angle(axis)) * distance;
    }

    private double angle(int axis) {
        return 2 * Math.PI * axis / axes.size() - Math.PI / 2;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
