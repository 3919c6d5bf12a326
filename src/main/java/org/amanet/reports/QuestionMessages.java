package org.amanet.reports;

import io.quarkus.qute.i18n.MessageBundle;

/** What is asked, on the form and later in the inbox. The words of the consent matrix are apart. */
@SuppressWarnings("MemberName")
@MessageBundle("questions")
public interface QuestionMessages {
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

    String story_files();

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

    String when_papers();

    String when_papers_why();

    String papers_citizen();

    String papers_protected();

    String papers_asylum_seeker();

    String papers_resident();

    String papers_visitor();

    String papers_without_papers();

    String where_route();

    String where_route_detail();

    String actor_title();

    String actor_why();

    String actor_number(int number);

    String actor_kind();

    String actor_basis();

    String actor_phone();

    String actor_account();

    String actor_account_how();

    String actor_name();

    String actor_car();

    String actor_words();

    String actor_add();

    String actor_insider();

    String relatives_title();

    String relatives_why();

    String relatives_label();

    String relatives_locked();

    String files_title();

    String files_why();

    String files_later();

    String files_keep();

    String files_have();

    String urgent_title();

    String urgent_why();

    String urgent_talk();

    String wishes_title();

    String wishes_why();

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

    String contact_title();

    String contact_why();

    String contact_times();

    String contact_times_like();

    String contact_never();

    String contact_never_call();

    String contact_never_message();

    String contact_never_visit();

    String contact_never_family();

    String contact_never_community();

    String contact_never_words();

    String contact_way();

    String contact_way_detail();

    String happened_title();

    String happened_why();

    String deadline_title();

    String deadline_about();

    String deadline_date();

    String deadline_date_how();

    String later_words();

    String leave_why();
}
