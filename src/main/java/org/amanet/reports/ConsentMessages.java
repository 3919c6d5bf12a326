package org.amanet.reports;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * The words of the consent matrix, wherever it is shown. {@link ConsentWording} is the digest of
 * exactly these.
 */
@SuppressWarnings("MemberName")
@MessageBundle("consent")
public interface ConsentMessages {
    String about_title();

    String about_who();

    String about_who_else(String desks);

    String about_keep();

    String about_readers();

    String about_stop();

    String about_later();

    String about_copies();

    String about_family();

    String about_promise();

    String about_help();

    String about_complain();

    String choices_title();

    String choices_lead();

    String c0_label();

    String c0_detail();

    String c1_label();

    String c1_detail();

    String c2_label();

    String c2_detail();

    String c3_label();

    String c3_name();

    String c4_label();

    String c4_detail();

    String c5_label();

    String c5_detail();

    String c6_label();

    String c6_detail();

    String c7_label();

    String c7_detail();

    String c8_label();

    String c8_detail();

    String c9_label();

    String c9_detail();

    String c10_label();

    String c10_detail();

    String c11_label();

    String c11_detail();

    String country_title();

    String country_choose();

    String country_any();

    String level_title();

    String level_anonymous();

    String level_pseudonym();

    String level_identity();

    String review_title();

    String review_year();

    String review_three_years();

    String review_five_years();

    String review_ten_years();
}
