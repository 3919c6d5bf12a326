package org.amanet.links;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.amanet.reports.OpenedReport;
import org.amanet.reports.Suspect;
import org.amanet.reports.Trace;

/**
 * What the reporter wrote down of whoever it was, offered to be put down as selectors; what was put
 * down already is not offered again.
 */
final class Suggestions {
    private Suggestions() {}

    /**
     * One of them.
     *
     * @param number its place among all that the reporter wrote down; it never changes
     * @param type as the reporter said, made more exact where the string itself says what it is
     */
    record Suggestion(int number, String type, String value) {
        /** Whether it is shown so that nobody taps on it by mistake. */
        public String shown() {
            return Normaliser.isDefanged(type) ? Written.defanged(value) : value;
        }

        @Override
        public String toString() {
            return "Suggestion " + number;
        }
    }

    static List<Suggestion> of(OpenedReport opened) {
        Set<String> there = new HashSet<>();
        opened.selectors().forEach(kept -> there.add(Written.folded(kept.content().received())));
        List<Suggestion> left = new ArrayList<>();
        List<Trace> traces = traces(opened);
        for (int number = 0; number < traces.size(); number++) {
            Trace trace = traces.get(number);
            boolean useful = !trace.value().isBlank() && there.add(Written.folded(trace.value()));
            if (useful) {
                left.add(new Suggestion(number, exact(trace), trace.value()));
            }
        }
        return left;
    }

    private static List<Trace> traces(OpenedReport opened) {
        List<Trace> all = new ArrayList<>();
        opened.account().suspects().forEach(suspect -> all.addAll(suspect.traces()));
        opened.answers()
                .forEach(
                        answer -> {
                            Suspect suspect = answer.suspect();
                            if (suspect != null) {
                                all.addAll(suspect.traces());
                            }
                        });
        return all;
    }

    private static String exact(Trace trace) {
        String written = Written.folded(trace.value());
        return switch (trace.type()) {
            case "SEL.TEL" -> "SEL.TEL.PHONE";
            case "SEL.ACC" -> account(written);
            case "SEL.NET" -> net(written);
            case "SEL.FIN" ->
                    Normaliser.of("SEL.FIN.IBAN", trace.value(), null).sound()
                            ? "SEL.FIN.IBAN"
                            : trace.type();
            case "SEL.VEH" -> "SEL.VEH.PLATE";
            default -> trace.type();
        };
    }

    private static String account(String written) {
        if (written.startsWith("wxid_")) {
            return "SEL.ACC.WECHAT_ID";
        }
        return Normaliser.of("SEL.ACC.EMAIL", written, null).sound() ? "SEL.ACC.EMAIL" : "SEL.ACC";
    }

    private static String net(String written) {
        if (Written.refanged(written).toLowerCase(Locale.ROOT).matches("https?://.*")) {
            return "SEL.NET.URL";
        }
        if (Normaliser.of("SEL.NET.IP", written, null).sound()) {
            return "SEL.NET.IP";
        }
        return Normaliser.of("SEL.NET.DOMAIN", written, null).sound()
                ? "SEL.NET.DOMAIN"
                : "SEL.NET";
    }
}
