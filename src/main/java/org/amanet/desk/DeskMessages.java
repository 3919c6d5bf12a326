package org.amanet.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.amanet.reports.SizeClass;
import org.amanet.reports.Status;

/** What an open report says. */
@SuppressWarnings("MemberName")
@MessageBundle("desk")
public interface DeskMessages {
    String left_soon();

    String left_hours(long count);

    String left_days(long count);

    String left_over_soon();

    String left_over_hours(long count);

    String left_over_days(long count);

    String danger_now();

    String danger_soon();

    String danger_no();

    String danger_unsure();

    String when_today();

    String when_week();

    String when_about();

    String when_ongoing();

    String case_back();

    String case_title();

    String case_logged();

    String case_account();

    String case_account_why();

    String case_facts();

    String case_danger();

    String case_urgency();

    String case_demands();

    String case_means();

    String case_channels();

    String case_when();

    String case_where();

    String case_not_said();

    String case_residence();

    String case_suspects();

    String case_suspects_why();

    String case_evidence();

    String case_wishes();

    String case_contact();

    String case_contact_inbox();

    String case_contact_earlier();

    String case_news();

    String case_told_by_files();

    String case_answers();

    String case_relatives();

    String case_relatives_why();

    String case_relatives_reason();

    String case_relatives_open();

    String case_relatives_once();

    String case_relatives_none();

    String case_messages();

    String case_messages_none();

    String case_reporter();

    String case_answer();

    String case_answer_why();

    String case_answer_send();

    String case_answer_not();

    String case_notes();

    String case_notes_none();

    String case_note();

    String case_note_why();

    String case_note_add();

    String note_band();

    String note_relatives();

    String note_retelling();

    String case_history();

    String case_history_caption();

    String case_at();

    String case_act();

    String case_by();

    String case_whom();

    String case_codes();

    String case_standing();

    String case_due();

    String case_rules();

    String case_rules_first(String band);

    String case_received();

    String case_nobody();

    String case_status_new();

    String case_status_change();

    String case_give_to();

    String case_give();

    String case_take();

    String case_give_back();

    String case_give_back_why();

    String case_checked();

    String case_band_change();

    String case_band_new();

    String case_band_reason();

    String case_export();

    String case_consent();

    String case_consent_words();

    String case_consent_shown();

    String case_consent_version(int number, String tongue);

    String case_yes();

    String case_no();

    String case_hidden();

    String case_hidden_none();

    String case_insider();

    String case_insider_at();

    String case_holders();

    String case_conflict();

    String case_conflict_why();

    String case_conflict_declare();

    String trouble_empty();

    String trouble_long();

    String trouble_changed();

    String trouble_step();

    String trouble_excluded();

    String trouble_unchecked();

    String trouble_last();

    String trouble_not_yours();

    String trouble_not_vouched();

    String locked_title();

    String locked_lead();

    String locked_unlock();

    String locked_typed();

    String locked_again();

    @Message
    String status(Status status);

    @Message
    String size(SizeClass size);

    String unreadable_account();

    String unreadable_triage();

    String unreadable_consent();
}
