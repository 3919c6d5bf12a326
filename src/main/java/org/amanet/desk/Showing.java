package org.amanet.desk;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.amanet.codes.Codes;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Marks;
import org.amanet.reports.Relatives;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The page of a case: as it is, or after a form that was refused, and then with what was typed. To
 * show it is to open the report.
 */
@ApplicationScoped
class Showing {
    private final Casework casework;
    private final CurrentMember current;
    private final Colleagues colleagues;
    private final Marks marks;
    private final Codes codes;
    private final DossierSheets dossiers;
    private final Replies replies;
    private final Clock clock;

    Showing(
            Casework casework,
            CurrentMember current,
            Colleagues colleagues,
            Marks marks,
            Codes codes,
            DossierSheets dossiers,
            Replies replies,
            Clock clock) {
        this.casework = casework;
        this.current = current;
        this.colleagues = colleagues;
        this.marks = marks;
        this.codes = codes;
        this.dossiers = dossiers;
        this.replies = replies;
        this.clock = clock;
    }

    /** Whose page, and in which language. */
    record Asked(String id, Language language) {
        static Asked of(String id, @Nullable String acceptLanguage) {
            return new Asked(id, Language.bestOfStaff(acceptLanguage));
        }

        String path() {
            return "/desk/reports/" + id;
        }
    }

    /**
     * As it is.
     *
     * @param reply from which a message to the reporter shall begin, where somebody chose that
     */
    TemplateInstance page(Asked asked, @Nullable String reply) {
        CaseView view = casework.read(asked.id());
        return page(asked, view, replies.begin(view.language(), reply), null);
    }

    /** With what lies under the second lock, this once. */
    RestResponse<TemplateInstance> relatives(Asked asked, Typed typed) {
        try {
            String reason = typed.words("reason", CaseResource.REASON_MAX_CHARACTERS);
            Relatives words = casework.relatives(asked.id(), reason);
            return RestResponse.ok(page(asked, Typed.NOTHING, words));
        } catch (Refusal refusal) {
            return again(asked, typed, refusal);
        }
    }

    /** Does what a form asks for and shows the case anew; or says beside the form why not. */
    RestResponse<TemplateInstance> attempt(Asked asked, Typed typed, Runnable act) {
        return attempt(asked, typed, act, asked.path() + "#" + typed.form());
    }

    /** The same, and goes on to another page of ours. */
    RestResponse<TemplateInstance> attempt(Asked asked, Typed typed, Runnable act, String onwards) {
        try {
            act.run();
            return RestResponse.seeOther(URI.create(onwards));
        } catch (Refusal refusal) {
            return again(asked, typed, refusal);
        }
    }

    private RestResponse<TemplateInstance> again(Asked asked, Typed typed, Refusal refusal) {
        boolean second = refusal.problem() == Problem.SECOND_PERSON_NEEDED;
        if (second || refusal.problem() == Problem.VAULT_LOCKED) {
            return answer(refusal.problem().status(), locked(asked, typed, second));
        }
        Trouble trouble = Trouble.of(refusal);
        return answer(trouble.status(), page(asked, typed.with(trouble), null));
    }

    private static RestResponse<TemplateInstance> answer(int status, TemplateInstance page) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(status).entity(page).build();
    }

    /**
     * The vault was locked while somebody wrote, or what a second person agreed to was over:
     * nothing of the report, all of what they wrote.
     */
    private TemplateInstance locked(Asked asked, Typed typed, boolean second) {
        Frame frame = current.frame(asked.language(), "queue");
        return new CasePage.Locked(asked.language(), frame, asked.path(), typed, second)
                .setLocale(asked.language().locale());
    }

    private TemplateInstance page(Asked asked, Typed typed, @Nullable Relatives relatives) {
        return page(asked, casework.read(asked.id()), typed, relatives);
    }

    private TemplateInstance page(
            Asked asked, CaseView view, Typed typed, @Nullable Relatives relatives) {
        Language language = asked.language();
        return new CasePage.Case(
                        language,
                        current.frame(language, "queue"),
                        view,
                        CaseSheet.of(view, codes, clock, language),
                        dossiers.of(view, typed, language),
                        replies.in(view.language(), language),
                        current.member().id,
                        asked.path(),
                        colleagues(view),
                        typed,
                        relatives,
                        marks.of(current.member(), view.standing().id()),
                        new CasePage.Seen(current.member().alias, clock.instant()))
                .setLocale(language.locale());
    }

    /** Whom a lead may give it to, as far as is known before looking closer. */
    private List<Standing.Colleague> colleagues(CaseView view) {
        return colleagues.of(current.member()).stream()
                .filter(person -> !view.excluded().contains(person))
                .toList();
    }
}
