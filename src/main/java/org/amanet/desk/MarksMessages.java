package org.amanet.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.amanet.reports.MarkComparison;

/** What is said of who was shown a text. */
@SuppressWarnings("MemberName")
@MessageBundle("marks")
public interface MarksMessages {
    String shown_to(String who, String when);

    String link();

    String title();

    String lead();

    String report_id();

    String text();

    String text_why();

    String compare();

    String wrong();

    String result();

    String unmarked();

    String nobody();

    String caution();

    String caption(int places, int looks);

    String who();

    String day();

    String places();

    String sure();

    @Message
    String how(MarkComparison.Sureness sure);
}
