package org.amanet.intake;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages about sealed letters say, the letter itself, and sealing on the own device. */
@SuppressWarnings("MemberName")
@MessageBundle("letter")
public interface LetterMessages {
    String sealing_here();

    String sealing_busy();

    String sealing_busy_time();

    String sealing_before();

    String sealing_impossible_title();

    String sealing_impossible();

    String sealing_impossible_plain();

    String sealing_impossible_button();

    String page_title();

    String page_lead();

    String page_link();

    String page_when_title();

    String page_when_line();

    String page_when_carry();

    String page_when_device();

    String page_not_title();

    String page_not_watched();

    String page_not_danger();

    String page_not_found();

    String page_never_title();

    String page_never_install();

    String page_never_wechat();

    String page_never_others();

    String page_how_title();

    String page_how_save();

    String page_how_open();

    String page_how_write();

    String page_how_carry();

    String page_get();

    String page_get_keys();

    String hand_title();

    String hand_why();

    String hand_label();

    String hand_button();

    String hand_none();

    String hand_broken();

    String hand_old();

    String hand_busy();

    String hand_turn();

    String handed_title();

    String handed_lead();

    String handed_delete();

    String handed_more();

    String file_title();

    String file_lead();

    String file_offline();

    String file_keys(String date);

    String file_scripts();

    String file_seal();

    String file_seal_next();

    String file_pause();

    String file_impossible();

    String file_receipt_title();

    String file_receipt_lead();

    String file_save_title();

    String file_save_lead();

    String file_save_button();

    String file_save_where();

    String file_hand_title();

    String file_hand_how();

    String file_hand_where();

    String file_counted();

    String file_delete_title();

    String file_delete_how();
}
