package io.github.hotlinekit.examples.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Draws charts as SVG that stands in a page: with a title and a description for those who do not see it, every mark with its
 * place and number, and places without a number left empty. Lines differ by their dashes and bars by their labels, so that
 * nothing rests on colour alone.
 */
final class Chart {

    /**
     * Numbers with a name.
     *
     * @param name the name
     * @param points a number for each place; those without a number only have the words for it
     */
    record Row(String name, List<Point> points) {}

    /**
     * A number, or words for why there is none.
     *
     * @param number what is drawn
     * @param words what is read
     */
    record Point(Optional<Double> number, String words) {}

    /**
     * A number with bounds around it.
     *
     * @param name what it is of
     * @param number the number, and its bounds; empty if there is none
     * @param words what is read
     * @param isHollow whether it is drawn as one that says little
     */
    record Whisker(String name, Optional<double[]> number, String words, boolean isHollow) {}

    /**
     * What a chart is called.
     *
     * @param id the id of its table
     * @param title its title
     * @param description what it shows, in a sentence or two
     */
    record Caption(String id, String title, String description) {}

    private static final List<String> COLOURS = List.of("#1d4f91", "#b34700", "#3d7a2a", "#6b3fa0", "#8a6d00");
    private static final List<String> DASHES = List.of("", "7 4", "2 3", "9 3 2 3", "1 5");
    private static final String GRID = "class=\"grid\"";
    private static final String AXIS = "class=\"axis\"";
    private static final int WIDTH = 860;
    private static final int LETTER = 8;
    private static final int TICKS = 5;

    private Chart() {}

    /** Lines over time. */
    static String lines(Caption caption, List<String> names, List<Row> rows) {
        int left = 58;
        int right = WIDTH - 16;
        int top = rows.size() > 1 ? 34 : 14;
        int height = 230;
        int bottom = top + height;
        Scale scale = Scale.of(most(rows));
        double unit = height / scale.top();
        Markup svg = open(caption, bottom + 34);
        legend(svg, rows, left);
        for (double tick : scale.ticks()) {
            line(svg, left, bottom - tick * unit, right, bottom - tick * unit, GRID);
            text(svg, left - 8, bottom - tick * unit + 4, "end", number(tick));
        }
        double step = names.size() > 1 ? (right - left - 20.0) / (names.size() - 1) : 0;
        double first = names.size() > 1 ? left + 10 : (left + right) / 2.0;
        int widest = names.stream().mapToInt(Wording::width).max().orElse(1);
        int every = step == 0 ? 1 : Math.max(1, (int) Math.ceil((widest * LETTER + 12) / step));
        for (int i = 0; i < names.size(); i += every) {
            double room = WIDTH - Wording.width(names.get(i)) * LETTER / 2.0; // lest the last one be cut off
            text(svg, Math.min(first + i * step, room), bottom + 20, "middle", names.get(i));
        }
        for (int r = 0; r < rows.size(); r++) {
            List<Point> points = rows.get(r).points();
            svg.raw(format("<path d=\"%s\" fill=\"none\"", path(points, first, step, bottom, unit)))
                    .raw(format(" stroke=\"%s\" stroke-width=\"2\"", colour(r)))
                    .raw(format(" stroke-dasharray=\"%s\"></path>", DASHES.get(r % DASHES.size())));
            for (int i = 0; i < points.size(); i++) {
                String told = names.get(i) + ": " + points.get(i).words();
                if (points.get(i).number().isPresent()) {
                    double y = bottom - points.get(i).number().get() * unit;
                    circle(svg, first + i * step, y, 2.2, colour(r), colour(r), told);
                }
            }
        }
        line(svg, left, bottom, right, bottom, AXIS);
        return svg.close("svg").line().toString();
    }

    private static String path(List<Point> points, double first, double step, int bottom, double unit) {
        StringBuilder path = new StringBuilder();
        boolean drawn = false;
        for (int i = 0; i < points.size(); i++) {
            Optional<Double> number = points.get(i).number();
            if (number.isPresent()) {
                path.append(drawn ? "L" : "M")
                        .append(at(first + i * step))
                        .append(' ')
                        .append(at(bottom - number.get() * unit));
            }
            drawn = number.isPresent();
        }
        return path.toString();
    }

    /** Bars from left to right, one for each row at each place. */
    static String bars(Caption caption, List<String> names, List<Row> rows) {
        int left = margin(names);
        int top = rows.size() > 1 ? 34 : 8;
        int bar = rows.size() > 1 ? 13 : 17;
        int gap = 9;
        int words = rows.stream()
                .flatMap(r -> r.points().stream())
                .mapToInt(p -> Wording.width(p.words()))
                .max()
                .orElse(1);
        double width = WIDTH - left - words * LETTER - 14;
        double most = most(rows);
        int group = bar * rows.size() + gap;
        Markup svg = open(caption, top + group * names.size() + 6);
        legend(svg, rows, left);
        for (int i = 0; i < names.size(); i++) {
            int y = top + i * group;
            label(svg, names.get(i), left, y + bar * rows.size() / 2.0 + 4);
            for (int r = 0; r < rows.size(); r++) {
                Point point = rows.get(r).points().get(i);
                double length = most == 0 ? 0 : width * point.number().orElse(0.0) / most;
                double barTop = y + r * bar;
                if (length > 0) {
                    String told = names.get(i) + ", " + rows.get(r).name() + ": " + point.words();
                    rect(svg, left, barTop, length, bar - 2, colour(r), told);
                }
                text(svg, left + length + 6, barTop + bar - 4, "small", point.words());
            }
        }
        line(svg, left, top - 4, left, top + group * names.size(), AXIS);
        return svg.close("svg").line().toString();
    }

    /** Percentages with their intervals, and a dashed line at that of all together. */
    static String intervals(Caption caption, List<Whisker> whiskers, Optional<Double> all) {
        int left = margin(whiskers.stream().map(Whisker::name).toList());
        int top = 8;
        int row = 22;
        int bottom = top + row * whiskers.size();
        double lowest = whiskers.stream()
                .flatMap(w -> w.number().stream())
                .mapToDouble(n -> n[1])
                .min()
                .orElse(0);
        double from = Math.floor(Math.min(lowest, 95) / 10) * 10;
        double unit = (WIDTH - left - 24) / (100 - from);
        Markup svg = open(caption, bottom + 28);
        double step = 100 - from > 50 ? 20 : 100 - from > 20 ? 10 : 5;
        for (double tick = 100; tick >= from; tick -= step) {
            double x = left + (tick - from) * unit;
            line(svg, x, top, x, bottom, GRID);
            text(svg, x, bottom + 18, "middle", number(tick) + "%");
        }
        if (all.isPresent()) {
            double x = left + (all.get() - from) * unit;
            line(svg, x, top, x, bottom, format("stroke=\"%s\" stroke-dasharray=\"5 4\"", colour(1)));
        }
        for (int i = 0; i < whiskers.size(); i++) {
            Whisker whisker = whiskers.get(i);
            double y = top + row * i + row / 2.0;
            label(svg, whisker.name(), left, y + 4);
            if (whisker.number().isEmpty()) {
                text(svg, left + 6, y + 4, "small", whisker.words());
                continue;
            }
            double[] number = whisker.number().get();
            double lower = left + (number[1] - from) * unit;
            double upper = left + (number[2] - from) * unit;
            line(svg, lower, y, upper, y, format("stroke=\"%s\" stroke-width=\"2\"", colour(0)));
            String fill = whisker.isHollow() ? "#fff" : colour(0);
            String told = whisker.name() + ": " + whisker.words();
            circle(svg, left + (number[0] - from) * unit, y, 4, fill, colour(0), told);
        }
        return svg.close("svg").line().toString();
    }

    private static Markup open(Caption caption, int height) {
        String title = "title-" + caption.id();
        String description = "desc-" + caption.id();
        String box = "0 0 " + WIDTH + " " + height;
        return new Markup()
                .open("svg", "viewBox", box, "role", "img", "aria-labelledby", title + " " + description)
                .element("title", caption.title(), "id", title)
                .element("desc", caption.description(), "id", description);
    }

    /** What the colours stand for, if there are several. */
    private static void legend(Markup svg, List<Row> rows, int left) {
        int x = left;
        for (int r = 0; rows.size() > 1 && r < rows.size(); r++) {
            rect(svg, x, 7, 14, 11, colour(r), rows.get(r).name());
            text(svg, x + 20, 17, "small", rows.get(r).name());
            x += 44 + Wording.width(rows.get(r).name()) * LETTER;
        }
    }

    private static void label(Markup svg, String name, int left, double y) {
        String shown = Wording.cut(name, (left - 12) * 10 / 74);
        svg.open("text", "x", at(left - 8), "y", at(y), "class", "end");
        if (!shown.equals(name)) {
            svg.element("title", name);
        }
        svg.text(shown).close("text");
    }

    private static void line(Markup svg, double x1, double y1, double x2, double y2, String style) {
        svg.raw(format("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s></line>", x1, y1, x2, y2, style));
    }

    private static void rect(Markup svg, double x, double y, double width, double height, String fill, String told) {
        svg.raw(format("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"", x, y, width, height))
                .raw(format(" fill=\"%s\">", fill))
                .element("title", told)
                .close("rect");
    }

    private static void circle(Markup svg, double x, double y, double r, String fill, String stroke, String told) {
        svg.raw(format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"", x, y, r))
                .raw(format(" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\">", fill, stroke))
                .element("title", told)
                .close("circle");
    }

    private static void text(Markup svg, double x, double y, String style, String text) {
        svg.element("text", text, "x", at(x), "y", at(y), "class", style);
    }

    /** Markup of numbers and of this class's own words: nothing that a host hands in. */
    private static String format(String markup, Object... parts) {
        return String.format(Locale.ROOT, markup, parts);
    }

    private static int margin(List<String> names) {
        int widest = names.stream().mapToInt(Wording::width).max().orElse(1);
        return Math.min(390, widest * LETTER + 16);
    }

    private static String colour(int row) {
        return COLOURS.get(row % COLOURS.size());
    }

    private static double most(List<Row> rows) {
        return rows.stream()
                .flatMap(r -> r.points().stream())
                .flatMap(p -> p.number().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    private static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }

    private static String number(double tick) {
        return Wording.grouped(Math.round(tick));
    }

    /**
     * An axis from 0 to a round number.
     *
     * @param top where it ends
     * @param step from tick to tick
     */
    record Scale(double top, double step) {

        /** The scale on which a number fits with about five ticks, a whole number apart. */
        static Scale of(double most) {
            BigDecimal power = BigDecimal.ONE;
            while (true) {
                for (int digit : new int[] {1, 2, 5}) {
                    double step = power.doubleValue() * digit;
                    if (step * TICKS >= most) {
                        return new Scale(step * Math.max(1, Math.ceil(most / step)), step);
                    }
                }
                power = power.multiply(BigDecimal.TEN);
            }
        }

        List<Double> ticks() {
            List<Double> ticks = new ArrayList<>();
            for (int i = 0; i * step <= top + step / 2; i++) {
                ticks.add(i * step);
            }
            return ticks;
        }
    }
}
