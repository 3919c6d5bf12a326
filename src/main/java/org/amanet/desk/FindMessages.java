package org.amanet.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.amanet.reports.PartKind;

/** What is said when somebody looks for words. */
@SuppressWarnings("MemberName")
@MessageBundle("find")
public interface FindMessages {
    String title();

    String lead();

    String logged();

    String text();

    String text_why();

    String nothing();

    String go();

    String stop();

    String found();

    String read();

    String of();

    String ended();

    String spelt();

    String alike();

    @Message
    String where(PartKind kind);
}
