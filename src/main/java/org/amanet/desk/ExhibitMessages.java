package org.amanet.desk;

import io.quarkus.qute.i18n.MessageBundle;

/** What the page of a case says of the files that came with it. */
@SuppressWarnings("MemberName")
@MessageBundle("exhibits")
public interface ExhibitMessages {
    String case_title();

    String case_none();

    String case_why();

    String case_broken();

    String case_name();

    String case_kind();

    String case_called();

    String case_size();

    String case_bytes(String number);

    String case_came();

    String case_digest(String name);
}
