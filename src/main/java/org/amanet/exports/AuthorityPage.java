package org.amanet.exports;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.amanet.languages.Language;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.sealing.Recipient;
import org.amanet.sealing.SigningKey;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Member;
import org.amanet.staff.Person;
import org.amanet.staff.Vaults;
import org.jspecify.annotations.Nullable;

/** An investigator's own key, and the packages that wait for them. */
@Path("/authority")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Person.INVESTIGATOR)
@RunOnVirtualThread
class AuthorityPage {
    private static final URI HERE = URI.create("/authority");
    private static final int LIST_MAX = 200;
    private static final int ALIAS_MAX_CHARACTERS = 60;

    private final CurrentMember current;
    private final Vaults vaults;
    private final Recipients recipients;
    private final ExportConfig config;

    AuthorityPage(
            CurrentMember current, Vaults vaults, Recipients recipients, ExportConfig config) {
        this.current = current;
        this.vaults = vaults;
        this.recipients = recipients;
        this.config = config;
    }

    @GET
    public TemplateInstance look(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Language language = Language.bestOfStaff(wanted);
        return registered()
                .map(member -> packages(language, member))
                .orElseGet(() -> form(language, new Typed("", ""), null));
    }

    @GET
    @Path("/key")
    public TemplateInstance key(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        String alias = registered().map(member -> member.alias).orElse("");
        return form(Language.bestOfStaff(wanted), new Typed(alias, ""), null);
    }

    @POST
    @Path("/key")
    public Response register(
            @FormParam("alias") @Nullable String alias,
            @FormParam("recipient") @Nullable String recipient,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Typed typed = Typed.of(alias, recipient);
        Optional<Recipient> key = RecipientKey.read(typed.recipient());
        Trouble trouble = key.isEmpty() ? Trouble.NO_KEY : null;
        if (typed.alias().isEmpty() || typed.alias().length() > ALIAS_MAX_CHARACTERS) {
            trouble = Trouble.ALIAS;
        }
        if (trouble != null) {
            return Response.status(trouble.status())
                    .entity(form(Language.bestOfStaff(wanted), typed, trouble))
                    .build();
        }
        vaults.register(current.person(), typed.alias(), key.orElseThrow());
        return Response.seeOther(HERE).build();
    }

    /** The member, where their key was registered for the state they speak for now. */
    private Optional<Member> registered() {
        String state = current.person().memberState();
        if (state == null) {
            throw new Refusal(Problem.FORBIDDEN);
        }
        return current.known().filter(member -> state.equals(member.memberState));
    }

    private TemplateInstance form(Language language, Typed typed, @Nullable Trouble trouble) {
        String state = Objects.toString(current.person().memberState(), "");
        Frame frame = current.frame(language, "authority");
        boolean anew = current.known().isPresent();
        return new Key(language, frame, state, anew, Steps.MAKE_KEY, typed, trouble)
                .setLocale(language.locale());
    }

    private TemplateInstance packages(Language language, Member member) {
        List<ExportView> exports = ExportView.of(Export.handedTo(member, LIST_MAX));
        Own own =
                new Own(
                        member.alias,
                        Objects.toString(member.memberState, ""),
                        member.fingerprint(),
                        recipients.isVouched(member));
        Frame frame = current.frame(language, "authority");
        List<RefusalReason> reasons = List.of(RefusalReason.values());
        return new Packages(language, frame, own, exports, reasons, Steps.of("NAME"), signer())
                .setLocale(language.locale());
    }

    private String signer() {
        try (SigningKey key = SigningKey.read(config.signingKey())) {
            return key.verifyingKey().fingerprint();
        }
    }

    /** What was typed. */
    record Typed(String alias, String recipient) {
        static Typed of(@Nullable String alias, @Nullable String recipient) {
            return new Typed(
                    Objects.toString(alias, "").strip(), Objects.toString(recipient, "").strip());
        }
    }

    /** The investigator's own key, as a lead sees it. */
    record Own(String alias, String state, String fingerprint, boolean vouched) {}

    /** Where a key is registered, for the first time or anew. */
    record Key(
            Language language,
            Frame frame,
            String state,
            boolean anew,
            String makeKey,
            Typed typed,
            @Nullable Trouble trouble)
            implements TemplateInstance {}

    /**
     * What was made for this investigator.
     *
     * @param steps how one is opened, NAME standing for its name
     * @param signer fingerprint of the key that signs packages
     */
    record Packages(
            Language language,
            Frame frame,
            Own own,
            List<ExportView> exports,
            List<RefusalReason> reasons,
            Steps steps,
            String signer)
            implements TemplateInstance {}
}
