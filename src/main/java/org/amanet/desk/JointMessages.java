package org.amanet.desk;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages for two people say. */
@SuppressWarnings("MemberName")
@MessageBundle("joint")
public interface JointMessages {
    String door_title();

    String door_lead();

    String door_reason();

    String door_reason_why();

    String door_lift();

    String door_ask();

    String door_wrong();

    String door_requests();

    String door_over();

    String asked_title();

    String asked_lead();

    String asked_none();

    String asked_by();

    String asked_at();

    String asked_reason();

    String asked_reason_before();

    String asked_until();

    String asked_second();

    String asked_waits();

    String asked_lifts();

    String asked_give();

    String asked_give_why();

    String asked_open();

    String case_title();

    String case_one();

    String case_two();

    String case_require();

    String case_require_why();

    String case_lift();

    String case_lift_why();

    String case_lift_ask();
}
