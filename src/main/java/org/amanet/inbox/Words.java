package org.amanet.inbox;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import org.amanet.audit.Actor;
import org.amanet.languages.Language;
import org.amanet.reports.Status;

/** Where a report stands and what was done with it, in plain words of one language. */
record Words(InboxMessages texts) {

    static Words in(Language language) {
        var tag = Localized.Literal.of(language.tag());
        return new Words(MessageBundles.get(InboxMessages.class, tag));
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
            case EXPORT_PREPARED -> texts.opening_prepared(who);
            case EXPORT_APPROVED -> texts.opening_approved(who);
            case EXPORT_PULLED -> texts.opening_pulled(who);
            case EXPORT_ACKNOWLEDGED -> texts.opening_acknowledged(who);
            case EXPORT_REFUSED -> texts.opening_refused(who);
            case EXPORT_STOPPED -> texts.opening_stopped();
            default -> texts.opening_report(who);
        };
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
