package org.amanet.exports;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of exports say, to those who prepare and approve and to investigators. */
@SuppressWarnings("MemberName")
@MessageBundle("exports")
public interface ExportsMessages {
    String all_title();

    String all_lead();

    String all_new();

    String all_none();

    String all_caption();

    String all_awaits();

    String col_reference();

    String col_recipient();

    String col_state();

    String col_purpose();

    String col_status();

    String col_reports();

    String col_prepared();

    String col_approved();

    String col_pulled();

    String col_expires();

    String col_key();

    String col_size();

    String col_digest();

    String col_band();

    String col_report();

    String col_refusal();

    String size_bytes(long bytes);

    String status_prepared();

    String status_approved();

    String status_pulled();

    String status_acknowledged();

    String status_refused();

    String status_stopped();

    String profile_police();

    String profile_security();

    String profile_asylum();

    String profile_sanctions();

    String identity_anonymous();

    String identity_pseudonym();

    String identity_identity();

    String stays_kept();

    String stays_consent();

    String stays_country();

    String refusal_jurisdiction();

    String refusal_unreadable();

    String refusal_little();

    String refusal_recipient();

    String refusal_other();

    String report_new();

    String report_acknowledged();

    String report_triage();

    String report_info();

    String report_active();

    String report_referred();

    String report_ready();

    String report_exported();

    String report_follow();

    String report_closed();

    String report_quarantined();

    String report_restricted();

    String report_withdrawn();

    String new_title();

    String new_recipient();

    String new_recipient_none();

    String new_recipient_unvouched();

    String new_purpose();

    String new_purpose_why();

    String new_reports();

    String new_reports_why();

    String new_reports_none();

    String new_look();

    String trouble_incomplete();

    String trouble_nothing();

    String trouble_key();

    String trouble_state();

    String seen_title();

    String seen_goes();

    String seen_stays();

    String seen_none();

    String seen_prepare();

    String seen_back();

    String look_consent();

    String look_yes();

    String look_no();

    String look_country(String country);

    String look_decided();

    String look_language();

    String look_identity();

    String look_content();

    String look_counts(int characters, int demands, int means, int channels);

    String look_blackened();

    String look_copies(long count);

    String look_left();

    String look_left_always();

    String look_left_relatives();

    String one_title();

    String one_waits();

    String one_yours();

    String one_final();

    String one_approve();

    String one_blocked();

    String one_stopped();

    String one_back();

    String key_title();

    String key_title_anew();

    String key_lead();

    String key_keep();

    String key_anew_why();

    String key_state();

    String key_alias();

    String key_alias_why();

    String key_recipient();

    String key_send();

    String trouble_no_key();

    String trouble_alias();

    String mine_title();

    String mine_none();

    String mine_key();

    String mine_fingerprint();

    String mine_waits();

    String mine_waits_how();

    String mine_vouched();

    String mine_another();

    String mine_pull();

    String mine_pull_again();

    String mine_pull_why();

    String mine_acknowledge();

    String mine_refuse();

    String mine_refuse_why();

    String mine_done();

    String how_title();

    String how_need();

    String how_open();

    String how_signer();

    String how_signature();

    String how_digests();

    String how_else();

    String how_signer_key();
}
