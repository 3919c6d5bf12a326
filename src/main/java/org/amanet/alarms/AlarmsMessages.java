package org.amanet.alarms;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of alarms and trip-wires say. */
@SuppressWarnings("MemberName")
@MessageBundle("alarms")
public interface AlarmsMessages {
    String board_title();

    String board_lead();

    String board_none();

    String board_new();

    String board_when();

    String board_whom();

    String board_report();

    String board_detail();

    String board_reason();

    String board_note();

    String board_note_why();

    String board_send();

    String board_release();

    String board_release_why();

    String board_release_send();

    String board_empty();

    String board_late();

    String board_answered(String who, String when);

    String wires_link();

    String wires_title();

    String wires_lead();

    String wires_none();

    String wires_list();

    String wires_at();

    String wires_by();

    String wires_plant();

    String wires_account();

    String wires_account_why();

    String wires_relatives();

    String wires_language();

    String wires_danger();

    String wires_danger_now();

    String wires_danger_soon();

    String wires_danger_unsure();

    String wires_danger_no();

    String wires_wrong();

    String wires_back();

    @Message
    String kind(AlarmKind kind);
}
