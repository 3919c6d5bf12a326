package org.amanet.dossiers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.amanet.codes.Codes;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Consent;
import org.amanet.reports.OpenedReport;
import org.jspecify.annotations.Nullable;

/**
 * What a paper must be beyond its own shape: it belongs to this report and to what stands there.
 */
@ApplicationScoped
class PaperRules {
    private static final List<String> CODED =
            List.of("DEM", "MEA", "REL", "RPT", "ACT", "ATT", "CHN", "URG", "EVD", "SUP", "GRP");

    private final Codes codes;

    PaperRules(Codes codes) {
        this.codes = codes;
    }

    void require(OpenedReport opened, List<Paper> others, Paper paper) {
        switch (paper) {
            case Translation translation -> require(opened, others, translation);
            case Statement statement -> require(opened, statement);
            case Involved involved -> require(involved);
            case Coding coding -> require(others, coding);
            case Referral referral -> require(opened, referral);
            case Task _, EarlierAccount _ -> {}
            case Struck _ -> throw wrong("/kind", "unknown");
        }
    }

    private static void require(OpenedReport opened, List<Paper> others, Translation translation) {
        String of = translation.of();
        int dot = of.indexOf('.') + 1;
        if (of.startsWith("MESSAGE.")
                && Integer.parseInt(of.substring(dot)) > opened.messages().size()) {
            throw wrong("/of", "unknown");
        }
        if (of.startsWith("EXHIBIT.")) {
            requireExhibit(opened, UUID.fromString(of.substring(dot)), "/of");
        }
        boolean twice =
                others.stream()
                        .anyMatch(
                                other ->
                                        other instanceof Translation known
                                                && known.of().equals(of)
                                                && known.language().equals(translation.language()));
        if (twice) {
            throw new Refusal(Problem.CONFLICT);
        }
    }

    private static void require(OpenedReport opened, Statement statement) {
        boolean sourced = statement.source() != null || statement.exhibit() != null;
        if (statement.basis().needsSource() && !sourced) {
            throw wrong("/source", "missing");
        }
        if (statement.exhibit() != null) {
            requireExhibit(opened, statement.exhibit(), "/exhibit");
        }
    }

    private void require(Involved involved) {
        requireCode("REL", involved.relation(), "/relation");
        if (involved.namesAHostage()) {
            throw wrong("/name", "relative-named");
        }
    }

    private void require(List<Paper> others, Coding coding) {
        if (coding.lists() != Codes.VERSION) {
            throw wrong("/lists", "unknown");
        }
        for (String code : coding.codes()) {
            if (CODED.stream().noneMatch(list -> codes.knows(list, code))) {
                throw wrong("/codes", "unknown");
            }
        }
        if (others.stream().anyMatch(Coding.class::isInstance)) {
            throw new Refusal(Problem.CONFLICT);
        }
    }

    private void require(OpenedReport opened, Referral referral) {
        requireCode("SUP", referral.help(), "/help");
        if (referral.shares() && opened.consent().granted(Consent.Scope.C3).isEmpty()) {
            throw new Refusal(Problem.CONSENT_MISSING);
        }
    }

    private void requireCode(String list, @Nullable String code, String pointer) {
        if (code != null && !codes.knows(list, code)) {
            throw wrong(pointer, "unknown");
        }
    }

    private static void requireExhibit(OpenedReport opened, UUID exhibit, String pointer) {
        if (!opened.encloses(exhibit)) {
            throw wrong(pointer, "unknown");
        }
    }

    private static Refusal wrong(String pointer, String reason) {
        return new Refusal(Problem.INVALID_REQUEST, new Fault(pointer, reason));
    }
}
