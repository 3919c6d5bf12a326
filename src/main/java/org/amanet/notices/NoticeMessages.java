package org.amanet.notices;

import io.quarkus.qute.i18n.MessageBundle;

/** What the page says on which somebody chooses how they are told that something waits. */
@SuppressWarnings("MemberName")
@MessageBundle("notices")
interface NoticeMessages {
    String page_title();

    String page_lead();

    String page_when();

    String page_mail_says();

    String way_legend();

    String way_none();

    String way_mail();

    String way_hook();

    String way_closed();

    String address_label();

    String address_why();

    String address_trouble();

    String page_keep();
}
