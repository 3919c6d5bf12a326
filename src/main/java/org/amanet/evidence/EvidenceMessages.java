package org.amanet.evidence;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said of files, to reporters and to those who open them. */
@SuppressWarnings("MemberName")
@MessageBundle("evidence")
public interface EvidenceMessages {
    String add_title();

    String add_lead();

    String add_label();

    String add_how();

    String add_care();

    String add_sealed();

    String add_send();

    String add_progress();

    String add_pause();

    String add_go_on();

    String add_paused();

    String add_broken();

    String add_arrived();

    String add_too_large();

    String add_no_room();

    String add_failed();

    String voice_title();

    String voice_lead();

    String voice_label();

    String voice_care();

    String voice_record();

    String voice_stop();

    String voice_running();

    String voice_listen();

    String voice_silence();

    String voice_again();

    String voice_send();

    String voice_none();

    String files_title();

    String files_arrived();

    String files_nothing();

    String files_too_large();

    String files_too_many();

    String files_there();

    String files_none();

    String files_unreadable();

    String files_back();

    @Message
    String kind(Kind kind);
}
