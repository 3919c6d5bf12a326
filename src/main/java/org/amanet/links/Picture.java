package org.amanet.links;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything stands in the pictures of a pattern: reports on one side, what they share on the
 * other; and the reports on a line of time.
 *
 * @param height of the picture, whose width is fixed
 */
record Picture(
        int height,
        List<Spot> reports,
        List<Spot> selectors,
        List<Edge> edges,
        List<Point> points) {
    private static final int LEFT = 190;
    private static final int RIGHT = 400;
    private static final int ROW = 34;
    private static final int TOP = 24;
    private static final int BESIDE = 18;
    private static final int LETTER = 5;
    private static final int HALF = 9;
    private static final int LINE_FROM = 30;
    private static final int LINE_UNTIL = 610;

    /** Something drawn, and its number in the tables below. */
    record Spot(int number, int x, int y) {
        /** Where what is written before it ends. */
        public int left() {
            return x - BESIDE;
        }

        /** Where what is written after it begins. */
        public int right() {
            return x + BESIDE;
        }

        /** Where the line of writing stands. */
        public int text() {
            return y + LETTER;
        }

        /** Where a square around it begins. */
        public int corner() {
            return x - HALF;
        }

        /** The same, from above. */
        public int top() {
            return y - HALF;
        }
    }

    /** Who carries what. */
    record Edge(int x1, int y1, int x2, int y2) {}

    /** A report in time; those that came close to each other stand above each other. */
    record Point(int number, int x, int y) {
        /** Where the line of writing stands. */
        public int text() {
            return y + LETTER;
        }
    }

    static Picture of(PatternDetail pattern) {
        int rows = Math.max(pattern.reports().size(), pattern.selectors().size());
        List<Spot> reports = column(pattern.reports().size(), LEFT, rows);
        List<Spot> selectors = column(pattern.selectors().size(), RIGHT, rows);
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < selectors.size(); i++) {
            Spot to = selectors.get(i);
            for (int carrier : pattern.selectors().get(i).carriers()) {
                Spot from = reports.get(carrier);
                edges.add(new Edge(from.x(), from.y(), to.x(), to.y()));
            }
        }
        return new Picture(2 * TOP + rows * ROW, reports, selectors, edges, points(pattern));
    }

    private static List<Spot> column(int count, int x, int rows) {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int middle = (2 * i + 1) * rows * ROW / (2 * count);
            spots.add(new Spot(i + 1, x, TOP + middle));
        }
        return spots;
    }

    private static List<Point> points(PatternDetail pattern) {
        List<Point> points = new ArrayList<>();
        Instant first = pattern.reports().getFirst().receivedHour();
        Instant last = pattern.reports().getLast().receivedHour();
        long span = Math.max(1, Duration.between(first, last).toHours());
        int level = 0;
        int before = Integer.MIN_VALUE;
        for (int i = 0; i < pattern.reports().size(); i++) {
            Instant hour = pattern.reports().get(i).receivedHour();
            long since = Duration.between(first, hour).toHours();
            int x = LINE_FROM + (int) ((LINE_UNTIL - LINE_FROM) * since / span);
            level = x - before < ROW && i > 0 ? level + 1 : 0;
            before = level == 0 ? x : before;
            points.add(new Point(i + 1, x, TOP + level * ROW));
        }
        return points;
    }

    /** How high the line of time is. */
    public int timeHeight() {
        return points.stream().mapToInt(Point::y).max().orElse(TOP) + TOP + ROW;
    }

    /** Where the line itself is. */
    public int baseline() {
        return timeHeight() - TOP;
    }
}
