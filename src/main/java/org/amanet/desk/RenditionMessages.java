package org.amanet.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.amanet.evidence.Obstacle;
import org.amanet.evidence.Scan;

/** What is said of safe copies of files, and of blacked-out ones. */
@SuppressWarnings("MemberName")
@MessageBundle("renditions")
public interface RenditionMessages {
    String view_back();

    String view_open();

    String view_open_which(String name);

    String view_title();

    String view_logged();

    String view_page(int page, int pages);

    String view_pages();

    String view_previous();

    String view_next();

    String view_image(String name);

    String view_still();

    String view_film();

    String view_sound();

    String view_provenance();

    String view_tool();

    String view_original_digest();

    String view_copy_digest();

    String view_scan();

    String view_none();

    String view_original();

    String view_original_why();

    String view_original_reason();

    String view_original_take();

    String note_original();

    String black_title();

    String black_why();

    String black_box(int number);

    String black_page();

    String black_left();

    String black_top();

    String black_width();

    String black_height();

    String black_make();

    String black_copies();

    String black_none();

    String black_boxes(int boxes);

    String black_passages(int passages);

    String black_in_force();

    String black_earlier();

    String account_link();

    String account_title();

    String account_why();

    String account_field();

    String account_none();

    String account_make();

    @Message
    String obstacle(Obstacle obstacle);

    @Message
    String outcome(Scan.Outcome outcome);

    @Message
    String trouble(CopyTrouble trouble);
}
