package org.amanet.inbox;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Objects;
import org.amanet.audit.Actor;
import org.amanet.codes.Countries;
import org.amanet.languages.Language;
import org.amanet.reports.Status;

/** Where a report stands and what was done with it, in plain words of one language. */
record Words(InboxMessages texts, Language language) {

    static Words in(Language language) {
        var tag = Localized.Literal.of(language.tag());
        return new Words(MessageBundles.get(InboxMessages.class, tag), language);
    }

    /** One kind sentence; some states are never told, see {@link Inbox}, and read as others do. */
    String of(Status status) {
        return switch (status) {
            case NEW, RESTRICTED, WITHDRAWN -> texts.status_new();
            case ACKNOWLEDGED, QUARANTINED -> texts.status_acknowledged();
            case IN_TRIAGE -> texts.status_in_triage();
            case NEEDS_INFO -> texts.status_needs_info();
            case ACTIVE -> texts.status_active();
            case REFERRED -> texts.status_referred();
            case READY_EXPORT -> texts.status_ready_export();
            case EXPORTED -> texts.status_exported();
            case FOLLOW_UP -> texts.status_follow_up();
            case CLOSED -> texts.status_closed();
        };
    }

    /** One line: who did what. */
    String of(Openings.Opening opening) {
        var who = of(opening.by());
        return switch (opening.act()) {
            case RELATIVES_OPENED -> texts.opening_relatives(who);
            case EXHIBIT_OPENED -> texts.opening_exhibit(who);
            case REPORT_FOUND -> texts.opening_found(who);
            case SECOND_ASKED -> texts.opening_asks(who);
            case SECOND_GIVEN -> texts.opening_agrees(who);
            case COPY_OPENED -> texts.opening_copy(who);
            case EXPORT_PREPARED -> texts.opening_prepared(who);
            case EXPORT_APPROVED -> texts.opening_approved(who);
            case EXPORT_PULLED -> texts.opening_pulled(who);
            case EXPORT_ACKNOWLEDGED -> texts.opening_acknowledged(who);
            case EXPORT_REFUSED -> texts.opening_refused(who);
            case EXPORT_STOPPED -> texts.opening_stopped();
            case REPORT_REFERRED -> referral().given(who, organisation(opening));
            case REFERRAL_ENDED -> referral().ended(organisation(opening));
            default -> texts.opening_report(who);
        };
    }

    private ReferralMessages referral() {
        return MessageBundles.get(ReferralMessages.class, Localized.Literal.of(language.tag()));
    }

    private static String organisation(Openings.Opening opening) {
        return Objects.toString(opening.organisation(), "");
    }

    /** One step of a hand-over, and where it ended the reason. */
    String of(HandOver.Step step) {
        String reason = step.reason();
        return reason == null ? of(step.done()) : of(step.done()) + ". " + reason(reason);
    }

    private String reason(String code) {
        return switch (code) {
            case "NOT_OUR_JURISDICTION" -> texts.refused_not_our_jurisdiction();
            case "UNREADABLE" -> texts.refused_unreadable();
            case "TOO_LITTLE" -> texts.refused_too_little();
            case "WRONG_RECIPIENT" -> texts.refused_wrong_recipient();
            default -> texts.refused_other();
        };
    }

    /** To whom, and in which country. */
    String recipient(HandOver handOver) {
        String authority =
                switch (Objects.toString(handOver.purpose(), "")) {
                    case "POLICE_PROSECUTOR" -> texts.to_police_prosecutor();
                    case "SECURITY_SERVICE" -> texts.to_security_service();
                    case "ASYLUM" -> texts.to_asylum();
                    case "SANCTIONS" -> texts.to_sanctions();
                    default -> texts.to_unknown();
                };
        String country = handOver.country();
        return country == null
                ? authority
                : authority + " (" + Countries.name(country, language) + ")";
    }

    private String of(Actor.Kind kind) {
        return switch (kind) {
            case CASEWORKER -> texts.who_caseworker();
            case LEAD -> texts.who_lead();
            case INVESTIGATOR -> texts.who_investigator();
            case AUDITOR -> texts.who_auditor();
            case REPORTER, OUTSIDER -> texts.who_outsider();
            case SYSTEM -> texts.who_system();
        };
    }
}
