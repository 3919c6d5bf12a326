package org.amanet.links;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages about selectors, links and patterns say. */
@SuppressWarnings("MemberName")
@MessageBundle("links")
public interface LinksMessages {
    String nav_questions();

    String nav_patterns();

    String case_link();

    String back_case();

    String back_patterns();

    String page_title();

    String page_logged();

    String key_missing();

    String selectors_title();

    String selectors_none();

    String selectors_why();

    String selector_type();

    String selector_normal();

    String selector_unsound();

    String selector_whose();

    String selector_confidence();

    String selector_country();

    String selector_first();

    String selector_last();

    String selector_exhibit();

    String selector_by();

    String selector_seen();

    String selector_others(Long count);

    String whose_actor();

    String whose_victim();

    String whose_third();

    String confidence_sure();

    String confidence_likely();

    String confidence_doubtful();

    String withdraw_button();

    String withdraw_which(String value);

    String suggestions_title();

    String suggestions_why();

    String suggestions_take();

    String suggestions_take_which(String value);

    String suggestions_all();

    String add_title();

    String add_value();

    String add_value_why();

    String add_country_why();

    String add_exhibit_none();

    String add_button();

    String ask_title();

    String ask_text();

    String ask_why();

    String ask_button();

    String questions_title();

    String questions_lead();

    String questions_received();

    String questions_received_none();

    String questions_sent();

    String questions_sent_none();

    String question_about(String reference);

    String question_unreadable();

    String question_answer();

    String question_answer_why();

    String question_propose();

    String question_decline();

    String asked_open();

    String asked_proposed();

    String asked_declined();

    String links_title();

    String links_none();

    String propose_title();

    String propose_with();

    String propose_why();

    String propose_button();

    String state_proposed();

    String state_confirmed();

    String state_rejected();

    String state_undone();

    String link_proposer();

    String link_decider();

    String link_hour();

    String link_note();

    String link_reason();

    String link_confirm();

    String link_confirm_which(String reference);

    String link_reject();

    String link_reject_which(String reference);

    String link_waits();

    String link_undo();

    String link_undo_reason();

    String patterns_title();

    String patterns_lead(int reports, int countries);

    String patterns_changing();

    String patterns_none();

    String patterns_caption();

    String pattern_number();

    String pattern_title(int number);

    String pattern_heading();

    String pattern_logged();

    String pattern_reports();

    String pattern_report();

    String pattern_held();

    String pattern_countries();

    String pattern_country();

    String pattern_country_none();

    String pattern_from();

    String pattern_until();

    String pattern_received();

    String pattern_other();

    String pattern_shared();

    String pattern_unnamed(int number);

    String pattern_carriers();

    String graph_title();

    String graph_text(int reports, int selectors);

    String time_title();

    String time_text();

    String index_title();

    String index_lead();

    String index_generation();

    String index_left();

    String index_within();

    String index_changing();

    String index_step(int count);

    String index_step_why();

    String index_change_title();

    String index_change_why();

    String index_change();

    String locked_title();

    String locked_lead();

    String locked_unlock();

    String locked_typed();

    String locked_again();

    String trouble_empty();

    String trouble_long();

    String trouble_full();

    String trouble_dates();

    String trouble_changed();

    String trouble_another();

    String trouble_not_yours();

    String trouble_wrong();
}
