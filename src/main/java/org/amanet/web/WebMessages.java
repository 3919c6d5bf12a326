package org.amanet.web;

import io.quarkus.qute.i18n.MessageBundle;

/** What the frame, the first pages and the safety page say. */
@SuppressWarnings("MemberName")
@MessageBundle("web")
public interface WebMessages {
    String layout_title();

    String layout_skip();

    String layout_exit();

    String layout_exit_hint();

    String layout_languages();

    String layout_home();

    String layout_report();

    String layout_inbox();

    String layout_safety();

    String layout_emergency();

    String layout_promise();

    String home_title();

    String home_lead();

    String home_danger();

    String home_start();

    String home_safety();

    String home_safety_time();

    String home_report();

    String home_report_time();

    String home_inbox();

    String home_inbox_time();

    String home_how_title();

    String home_how_sealed();

    String home_how_seen();

    String home_how_decide();

    String home_how_noname();

    String home_limits_title();

    String home_limits_device();

    String home_limits_result();

    String home_limits_family();

    String safety_title();

    String safety_lead();

    String safety_device_title();

    String safety_device_which();

    String safety_device_network();

    String safety_device_private();

    String safety_device_infected();

    String safety_wechat_title();

    String safety_wechat_none();

    String safety_keep_title();

    String safety_keep_messages();

    String safety_keep_screenshot();

    String safety_keep_time();

    String safety_us_title();

    String safety_us_never();

    String safety_exit_title();

    String safety_exit_how();

    String safety_next();

    String safety_back();
}
