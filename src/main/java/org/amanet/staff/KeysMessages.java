package org.amanet.staff;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of keys and of ceremonies say. */
@SuppressWarnings("MemberName")
@MessageBundle("keys")
public interface KeysMessages {
    String people_more();

    String own_title();

    String own_changed();

    String own_withdrawn();

    String own_passphrase();

    String own_passphrase_lead();

    String own_old();

    String own_new();

    String own_again();

    String own_change();

    String rotate_title();

    String rotate_lead();

    String rotate_make();

    String forgotten_title();

    String forgotten_lead();

    String forgotten_make();

    String next_title();

    String next_how();

    String next_drop();

    String trouble_signature();

    String trouble_conflict();

    String key_withdrawn();

    String key_next();

    String key_next_lead();

    String key_root();

    String withdraw_title();

    String withdraw_lead();

    String withdraw_two();

    String withdraw_asked();

    String withdraw_stands();

    String withdraw_do();

    String withdraw_confirm();

    String withdraw_root();

    String open_title();

    String open_lead();

    String open_none();

    String kind_rotation();

    String kind_restoration();

    String kind_departure();

    String kind_recovery();

    String kind_drill();

    String progress_of(long done, long total);

    String progress_waiting();

    String progress_left();

    String progress_yours();

    String progress_go();

    String asked_waits();

    String asked_approve();

    String reason_forgotten();

    String reason_left();

    String file_how();

    String file_take();

    String file_back();

    String file_put();

    String depart_lead();

    String depart_who();

    String depart_successor();

    String depart_leads();

    String depart_begin();

    String depart_alone();

    String depart_leaving();

    String depart_end();

    String recover_lead();

    String recover_who();

    String recover_why();

    String recover_ask();

    String drill_lead();

    String drill_report();

    String drill_ask();

    String drill_last();

    String drill_never();

    String wrong_last();

    String wrong_self();

    String wrong_gone();

    String wrong_file();

    String wrong_conflict();

    String kind_key();

    String another_lead();

    String root_title();

    String root_lead();
}
