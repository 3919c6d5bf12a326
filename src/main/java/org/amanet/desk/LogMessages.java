package org.amanet.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Breach;

/** What the pages of the log say. */
@SuppressWarnings("MemberName")
@MessageBundle("log")
public interface LogMessages {
    String entries_title();

    String entries_lead();

    String entries_check();

    String entries_take();

    String entries_take_how();

    String entries_caption();

    String entries_number();

    String entries_at();

    String entries_act();

    String entries_by();

    String entries_report();

    String entries_touches();

    String entries_detail();

    String entries_none();

    String entries_older();

    String entries_newest();

    String checked_title();

    String checked_intact(long entries);

    String checked_broken(long seq);

    String checked_broken_what();

    String checked_signed(long seq, String at);

    String checked_unsigned();

    String checked_anchor();

    String checked_anchor_entry(long seq);

    String checked_back();

    @Message
    String act(Act act);

    @Message
    String by(Actor.Kind kind);

    @Message
    String breach(Breach breach);
}
