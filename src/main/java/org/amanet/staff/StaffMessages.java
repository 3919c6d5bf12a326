package org.amanet.staff;

import io.quarkus.qute.i18n.MessageBundle;

/** What the frame of the staff's pages, the vault and the list of people say. */
@SuppressWarnings("MemberName")
@MessageBundle("staff")
public interface StaffMessages {
    String frame_title();

    String frame_skip();

    String frame_demonstration();

    String frame_parts();

    String frame_queue();

    String frame_openings();

    String frame_exports();

    String frame_people();

    String frame_vault();

    String frame_log();

    String frame_alarms();

    String frame_alarms_waiting(long count);

    String frame_authority();

    String frame_lock();

    String frame_leave();

    String enrol_title();

    String enrol_lead();

    String enrol_alias();

    String enrol_alias_why();

    String enrol_desk();

    String enrol_desk_none();

    String enrol_passphrase();

    String enrol_passphrase_why();

    String enrol_again();

    String enrol_lost();

    String enrol_make();

    String enrol_trouble_alias();

    String enrol_trouble_desk();

    String enrol_trouble_same();

    String enrol_trouble_weak();

    String vault_open();

    String vault_locked();

    String vault_passphrase();

    String vault_why();

    String vault_unlock();

    String vault_open_why();

    String vault_waits();

    String vault_waits_how();

    String vault_key();

    String vault_fingerprint();

    String vault_trouble_refused();

    String vault_trouble_busy();

    String people_title();

    String people_lead();

    String people_you();

    String people_alias();

    String people_role();

    String people_desk();

    String people_state();

    String people_fingerprint();

    String people_fingerprint_rest();

    String people_vouched();

    String people_vouched_yes();

    String people_vouched_no();

    String people_duty();

    String people_duty_on();

    String people_duty_off();

    String people_duty_start();

    String people_duty_end();

    String people_heard();

    String people_heard_why();

    String people_vouch();

    String people_trouble_misheard();

    String people_root();

    String people_root_why();

    String people_root_statement();

    String people_root_signature();

    String people_root_send();

    String people_trouble_signature();

    String role_caseworker();

    String role_lead();

    String role_investigator();

    String leave_title();

    String leave_lead();

    String leave_again();
}
