package org.amanet.links;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.amanet.codes.Codes;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The page of a report's links: as it is, or after a form that was refused, with what was typed.
 */
@ApplicationScoped
class LinksShowing {
    private static final String PART = "queue";

    private final Selecting selecting;
    private final CurrentMember current;
    private final Codes codes;

    LinksShowing(Selecting selecting, CurrentMember current, Codes codes) {
        this.selecting = selecting;
        this.current = current;
        this.codes = codes;
    }

    /** Whose page, and in which language. */
    record Asked(String id, Language language) {
        static Asked of(String id, @Nullable String acceptLanguage) {
            return new Asked(id, Language.bestOfStaff(acceptLanguage));
        }

        String path() {
            return "/desk/reports/" + id + "/links";
        }
    }

    TemplateInstance page(Asked asked) {
        return page(asked, Entered.NOTHING);
    }

    /** Does what a form asks for and shows the page anew; or says beside the form why not. */
    RestResponse<TemplateInstance> attempt(Asked asked, Entered entered, Runnable act) {
        return attempt(asked, entered, act, asked.path());
    }

    /** The same, and goes on to another page of ours. */
    RestResponse<TemplateInstance> attempt(
            Asked asked, Entered entered, Runnable act, String onwards) {
        try {
            current.vault(); // before anything is said about what was typed
            act.run();
            return RestResponse.seeOther(URI.create(onwards));
        } catch (Refusal refusal) {
            if (refusal.problem() == Problem.VAULT_LOCKED) {
                return answer(refusal.problem().status(), locked(asked, entered));
            }
            Trouble trouble = Trouble.of(refusal).orElseThrow(() -> refusal);
            return answer(trouble.status(), page(asked, entered.with(trouble)));
        }
    }

    private static RestResponse<TemplateInstance> answer(int status, TemplateInstance page) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(status).entity(page).build();
    }

    private TemplateInstance locked(Asked asked, Entered entered) {
        Frame frame = current.frame(asked.language(), PART);
        return new LinksPage.Locked(asked.language(), frame, asked.path(), entered)
                .setLocale(asked.language().locale());
    }

    private TemplateInstance page(Asked asked, Entered entered) {
        LinksView view = selecting.look(Ids.of(asked.id()));
        Language language = asked.language();
        return new LinksPage.Links(
                        language,
                        current.frame(language, PART),
                        view,
                        new SelectorTypes(codes, language),
                        asked.path(),
                        entered)
                .setLocale(language.locale());
    }
}
