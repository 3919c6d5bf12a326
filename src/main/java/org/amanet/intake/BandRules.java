package org.amanet.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.amanet.reports.Band;
import org.amanet.reports.Triage;

/**
 * The first band, by rules that a person can read: the worst rule that fires decides, and every one
 * that fires is shown.
 */
final class BandRules {
    /** Shorter than this and without any code, there is too little to act on. */
    private static final int TOO_LITTLE_CHARACTERS = 20;

    private static final Map<String, Rule> RULES = new LinkedHashMap<>();

    private record Rule(Band band, Predicate<NewReport> fires) {}

    static {
        rule(Band.P0, "DANGER.NOW", report -> report.danger() == NewReport.Danger.NOW);
        codes(
                Band.P0,
                "URG.LIFE.ATTACK_NOW",
                "URG.SELF.SUICIDE_NOW",
                "URG.RETURN.IN_CUSTODY",
                "URG.RETURN.DATE_7D",
                "URG.MINOR.ALONE");
        rule(Band.P1, "DANGER.SOON", report -> report.danger() == NewReport.Danger.SOON);
        codes(
                Band.P1,
                "URG.LIFE.ATTACK_RECENT",
                "URG.RETURN.DATE_30D",
                "URG.RETURN.LURED",
                "URG.FAM.DEADLINE_72H",
                "URG.DEMAND.DEADLINE_72H",
                "URG.ASYL.HEARING_14D",
                "URG.ASYL.NEGATIVE",
                "URG.MINOR.TARGET",
                "URG.SELF.SUICIDE_THOUGHTS");
        rule(
                Band.P1,
                "URG.DEV.COMPROMISED+URG.LIFE.LOCATION_KNOWN",
                report ->
                        report.urgency()
                                .containsAll(
                                        List.of("URG.DEV.COMPROMISED", "URG.LIFE.LOCATION_KNOWN")));
        rule(Band.P2, "DANGER.UNSURE", report -> report.danger() == NewReport.Danger.UNSURE);
        rule(Band.P2, "ACT.INSIDER", NewReport::insider);
        codes(
                Band.P2,
                "URG.FAM.DETAINED_30D",
                "URG.TREND.ESCALATING",
                "URG.DEV.COMPROMISED",
                "URG.DEMAND.COMPLYING",
                "URG.ASYL.NO_PAPERS");
    }

    private BandRules() {}

    private static void rule(Band band, String name, Predicate<NewReport> fires) {
        RULES.put(name, new Rule(band, fires));
    }

    private static void codes(Band band, String... codes) {
        for (String code : codes) {
            rule(band, code, report -> report.urgency().contains(code));
        }
    }

    static Triage triage(NewReport report) {
        List<String> fired = new ArrayList<>();
        Band worst = isTooLittle(report) ? Band.P4 : Band.P3;
        for (Map.Entry<String, Rule> rule : RULES.entrySet()) {
            if (rule.getValue().fires().test(report)) {
                fired.add(rule.getKey());
                Band band = rule.getValue().band();
                worst = band.compareTo(worst) < 0 ? band : worst;
            }
        }
        return new Triage(worst, fired);
    }

    private static boolean saysSomething(String urgency) {
        return !urgency.equals("URG.NONE") && !urgency.equals("URG.UNK");
    }

    private static boolean isTooLittle(NewReport report) {
        return report.account().strip().length() < TOO_LITTLE_CHARACTERS
                && report.demands().isEmpty()
                && report.means().isEmpty()
                && report.urgency().stream().noneMatch(BandRules::saysSomething);
    }
}
