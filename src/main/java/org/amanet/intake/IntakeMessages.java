package org.amanet.intake;

import io.quarkus.qute.i18n.MessageBundle;

/** What the form and the pages after it say. The words of the consent matrix are apart. */
@SuppressWarnings("MemberName")
@MessageBundle("intake")
public interface IntakeMessages {
    String form_title();

    String form_time();

    String form_kept();

    String form_safety();

    String form_needed(int number, int total);

    String form_free(int number, int total);

    String form_open(int number, int total);

    String missed_title();

    String missed_kept();

    String missed_danger();

    String missed_account();

    String missed_account_long();

    String missed_demands();

    String missed_means();

    String missed_when();

    String missed_where();

    String missed_relatives();

    String missed_urgency();

    String missed_desk();

    String missed_exclude();

    String missed_exclude_text();

    String missed_keep();

    String missed_name();

    String missed_country_police();

    String missed_country_service();

    String missed_country();

    String missed_long();

    String missed_other();

    String refused_again();

    String refused_once();

    String refused_look();

    String refused_busy();

    String refused_too_many_requests();

    String refused_unavailable();

    String refused_nobody_could_read();

    String refused_idempotency_key_missing();

    String refused_idempotency_key_reused();

    String refused_other();

    String danger_title();

    String danger_why();

    String danger_now();

    String danger_soon();

    String danger_no();

    String danger_unsure();

    String help_title();

    String help_112();

    String help_116006();

    String help_116123();

    String help_116111();

    String help_countries();

    String help_us();

    String story_title();

    String story_why();

    String story_label();

    String story_leave();

    String wanted_title();

    String wanted_why();

    String reach_title();

    String reach_why();

    String reach_means();

    String reach_channels();

    String when_title();

    String when_why();

    String when_legend();

    String when_today();

    String when_week();

    String when_about();

    String when_ongoing();

    String when_unsure();

    String when_words();

    String when_words_like();

    String where_label();

    String where_unsaid();

    String where_route();

    String where_route_detail();

    String relatives_title();

    String relatives_why();

    String relatives_label();

    String urgent_title();

    String urgent_why();

    String urgent_talk();

    String who_title();

    String who_why();

    String who_desk();

    String who_any();

    String who_any_detail(String desk);

    String who_leave();

    String who_leave_at(String desk);

    String who_lead();

    String who_nobody();

    String who_text();

    String who_text_detail();

    String who_insider();

    String who_insider_detail();

    String who_insider_at();

    String who_insider_goes(String desk);

    String who_insider_elsewhere();

    String who_insider_elsewhere_detail();

    String may_title();

    String may_why();

    String send_button();

    String send_next();

    String receipt_title();

    String receipt_lead();

    String receipt_code();

    String receipt_paper();

    String receipt_hide();

    String receipt_alone();

    String receipt_reference();

    String back_title();

    String back_why();

    String back_label();

    String back_button();

    String back_empty();

    String back_count(int count);

    String back_group(int group);

    String back_decoy();

    String decoy_title();

    String decoy_text();

    String next_title();

    String next_lead();

    String next_what();

    String next_p0();

    String next_p1();

    String next_p2();

    String next_p3();

    String next_feedback();

    String next_silent();

    String next_seen();

    String next_back();

    String next_back_how();

    String next_delete();

    String next_delete_how();

    String next_traces();

    String next_start();
}
