package org.amanet.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.amanet.reports.Stage;

/** What the queue says. */
@MessageBundle("queue")
public interface QueueMessages {
    String title();

    String lead();

    String logged();

    String counts();

    String late(String count);

    String over(String count);

    String aside(String count);

    String filter();

    String kept();

    String keep();

    String keep_name();

    String keep_button();

    String keep_drop(String name);

    String any();

    String band();

    String status();

    String status_open();

    String country();

    String country_none();

    String language();

    String assignee();

    String assignee_me();

    String assignee_none();

    String unread();

    String stage_of();

    @Message
    String stage(Stage stage);

    String show();

    String caption();

    String reference();

    String left();

    String size();

    String touched();

    String fresh();

    String mine();

    String changed();

    String keys();

    String tick();

    String batch();

    String batch_choose();

    String batch_take();

    String batch_status();

    String batch_give();

    String batch_go();

    String batch_running();

    String batch_all();

    String batch_some(String count);

    String batch_title();

    String batch_nothing();

    String batch_done(int count);

    String batch_stayed();

    String batch_gone();

    String batch_back();

    String none();

    String next();

    String first();
}
