package org.amanet.intake;

import io.quarkus.qute.i18n.MessageBundle;

/** What the form and the pages after it say. The words of the consent matrix are apart. */
@SuppressWarnings("MemberName")
@MessageBundle("intake")
public interface IntakeMessages {
    String form_title();

    String form_time();

    String form_kept();

    String form_before();

    String form_device();

    String form_infected();

    String form_wechat();

    String form_proof();

    String form_exit();

    String form_buttons();

    String form_safety();

    String form_needed(int number, int total);

    String form_free(int number, int total);

    String step_begin();

    String step_next();

    String step_back();

    String step_pause();

    String step_done();

    String step_hurry();

    String step_short();

    String step_enough();

    String pause_title();

    String pause_stays();

    String pause_seen();

    String pause_ready();

    String pause_unready();

    String pause_on();

    String pause_close();

    String check_title();

    String check_lead();

    String check_answered();

    String check_open();

    String check_change();

    String missed_title();

    String missed_kept();

    String missed_danger();

    String missed_account();

    String missed_suspects();

    String missed_evidence();

    String missed_wishes();

    String missed_contact();

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

    String refused_proof_wanted();

    String refused_unavailable();

    String refused_nobody_could_read();

    String refused_idempotency_key_missing();

    String refused_idempotency_key_reused();

    String refused_other();

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

    String next_hours();

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
