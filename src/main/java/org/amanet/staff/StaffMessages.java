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

    String frame_exports();

    String frame_people();

    String frame_vault();

    String frame_log();

    String frame_authority();

    String frame_lock();

    String frame_leave();
}
