package org.amanet.desk;

import io.quarkus.qute.i18n.MessageBundle;

/** What is said where a report is given to another organisation's desk. */
@SuppressWarnings("MemberName")
@MessageBundle("handover")
interface HandoverMessages {
    String unread_language();

    String page_link();

    String page_title();

    String page_lead();

    String page_back();

    String desk_named();

    String desk_unnamed();

    String desk_there();

    String desk_give(String name);

    String trouble_consent();

    String trouble_excluded();

    String trouble_changed();
}
