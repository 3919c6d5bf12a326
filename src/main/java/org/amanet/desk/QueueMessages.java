package org.amanet.desk;

import io.quarkus.qute.i18n.MessageBundle;

/** What the queue says. */
@MessageBundle("queue")
public interface QueueMessages {
    String title();

    String lead();

    String logged();

    String aside(long count);

    String filter();

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

    String show();

    String caption();

    String reference();

    String left();

    String size();

    String touched();

    String fresh();

    String mine();

    String none();

    String next();

    String first();
}
