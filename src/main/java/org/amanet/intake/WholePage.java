package org.amanet.intake;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Consent;
import org.amanet.reports.ConsentWording;
import org.amanet.sealing.Randomness;

/**
 * All screens of the form in one page, without an answer in it: a script shows them one at a time,
 * so that nothing that is typed has to be sent before it is sealed.
 */
@Path("/{lang:[a-z]{2}(-[A-Z][a-z]{3})?}/report/whole")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@RunOnVirtualThread
class WholePage {
    private static final int KEY_BYTES = 24;

    private final Offers offers;

    WholePage(Offers offers) {
        this.offers = offers;
    }

    /**
     * The screens.
     *
     * @param wording digest of the words of consent that are shown
     * @param key for the one who has it sealed here after all
     * @param letter whether it stands in a file and sends nothing
     */
    record Whole(
            Language language,
            List<Step> steps,
            ReportForm form,
            Offer offer,
            No no,
            String wording,
            String key,
            boolean letter)
            implements TemplateInstance {}

    /** Nothing answered but what stands ticked, and room for as many people as may be named. */
    static ReportForm empty() {
        return new ReportForm(
                Map.of(
                        "at",
                        List.of(Step.SAFETY.name()),
                        "rows",
                        List.of(Integer.toString(NewReport.SUSPECTS_MAX)),
                        "consent",
                        List.of(Consent.Scope.C1.name())));
    }

    @GET
    @Compressed
    public TemplateInstance whole(@PathParam("lang") String tag) {
        Language language = Language.of(tag).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        return new Whole(
                        language,
                        List.of(Step.values()),
                        empty(),
                        offers.in(language),
                        No.NONE,
                        ConsentWording.hashIn(tag),
                        Randomness.token(KEY_BYTES),
                        false)
                .setLocale(language.locale());
    }
}
