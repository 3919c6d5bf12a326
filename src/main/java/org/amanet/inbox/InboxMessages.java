package org.amanet.inbox;

import io.quarkus.qute.i18n.MessageBundle;

/** What the inbox says. */
@SuppressWarnings("MemberName")
@MessageBundle("inbox")
public interface InboxMessages {
    String door_title();

    String door_lead();

    String door_label();

    String door_how();

    String door_mistyped();

    String door_empty();

    String door_open();

    String door_device();

    String door_lost();

    String door_lost_report();

    String box_title();

    String box_status_title();

    String box_messages_title();

    String box_messages_none();

    String box_messages_you();

    String box_messages_them(String alias);

    String box_answers_off();

    String box_reply_title();

    String box_reply_label();

    String box_reply_how();

    String box_reply_send();

    String box_reply_sent();

    String box_missed_title();

    String box_reply_empty();

    String box_reply_long();

    String box_openings_title();

    String box_openings_lead();

    String box_openings_none();

    String box_consent_title();

    String box_consent_lead();

    String box_consent_keep();

    String box_consent_save();

    String box_consent_saved();

    String box_consent_country();

    String box_consent_name();

    String box_consent_long();

    String box_proof_title();

    String box_proof_lead();

    String box_proof_care();

    String box_proof_take();

    String box_withdraw_title();

    String box_withdraw_lead();

    String box_withdraw_ask();

    String box_leave();

    String box_leave_how();

    String ask_title();

    String ask_lead();

    String ask_save();

    String ask_other();

    String ask_words();

    String ask_none();

    String ask_kept();

    String ask_empty();

    String ask_wrong();

    String ask_insider();

    String ask_given();

    String confirm_title();

    String confirm_at_once();

    String confirm_for_good();

    String confirm_copies();

    String confirm_code();

    String confirm_again();

    String confirm_again_missed();

    String confirm_yes();

    String confirm_no();

    String gone_title();

    String gone_lead();

    String gone_copies();

    String gone_code();

    String again_title();

    String again_lead();

    String again_button();

    String status_new();

    String status_acknowledged();

    String status_in_triage();

    String status_needs_info();

    String status_active();

    String status_referred();

    String status_ready_export();

    String status_exported();

    String status_follow_up();

    String status_closed();

    String who_caseworker();

    String who_lead();

    String who_investigator();

    String who_auditor();

    String who_outsider();

    String who_system();

    String opening_report(String who);

    String opening_relatives(String who);

    String opening_exhibit(String who);

    String opening_found(String who);

    String opening_asks(String who);

    String opening_agrees(String who);

    String opening_copy(String who);

    String opening_prepared(String who);

    String opening_approved(String who);

    String opening_pulled(String who);

    String opening_acknowledged(String who);

    String opening_refused(String who);

    String opening_stopped();

    String news_title();

    String news_lead();

    String news_happened();

    String news_deadline();

    String news_more();

    String news_relatives();

    String news_exclusions();

    String news_contact();

    String news_kept();

    String news_p0();

    String news_p1();

    String news_p2();

    String news_p3();

    String ask_new_title();

    String ask_new_lead();

    String ask_not_now();

    String ask_nobody();

    String left_out_kept();

    String box_shared_title();

    String box_shared_lead();

    String box_shared_none();

    String to_police_prosecutor();

    String to_security_service();

    String to_asylum();

    String to_sanctions();

    String to_unknown();

    String refused_not_our_jurisdiction();

    String refused_unreadable();

    String refused_too_little();

    String refused_wrong_recipient();

    String refused_other();
}
