package org.amanet.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.amanet.dossiers.EarlierAccount;
import org.amanet.dossiers.Involved;
import org.amanet.dossiers.Referral;
import org.amanet.dossiers.Statement;

/** What the page of a case says of its dossier. */
@SuppressWarnings("MemberName")
@MessageBundle("dossier")
public interface DossierMessages {
    String pinned();

    String none();

    String not_known();

    String no_file();

    String change();

    String keep();

    String strike();

    String version(int number);

    String remark();

    String day();

    String day_why();

    String more_translation();

    String more_statement();

    String more_involved();

    String more_earlier_account();

    String more_coding();

    String more_task();

    String more_referral();

    String translations();

    String translations_why();

    String translation_working();

    String translation_by();

    String translation_machine();

    String translation_reviewed();

    String translation_unreviewed();

    String translation_review();

    String translation_of();

    String translation_message(int number);

    String translation_file();

    String translation_language();

    String translation_language_why();

    String translation_text();

    String translation_translator();

    String translation_is_machine();

    String timeline();

    String timeline_why();

    @Message
    String moment(DossierSheet.Moment.Kind kind);

    String statements();

    String statements_why();

    String facts();

    String assessments();

    String statement_text();

    String statement_basis();

    String statement_source();

    String statement_exhibit();

    String statement_file();

    @Message
    String basis(Statement.Basis basis);

    String people();

    String people_why();

    String people_family();

    String people_unnamed();

    String people_category();

    String people_relation();

    String people_place();

    String people_name();

    String people_minor();

    String people_about();

    @Message
    String category(Involved.Category category);

    @Message
    String whereabouts(Involved.Whereabouts place);

    String earlier();

    String earlier_why();

    String earlier_to();

    String earlier_name();

    String earlier_kept();

    @Message
    String to(EarlierAccount.To to);

    @Message
    String kept(EarlierAccount.Kept kept);

    String coding();

    String coding_why();

    String coding_none();

    String coding_version(int number);

    String coding_general();

    String list_dem();

    String list_mea();

    String list_chn();

    String list_act();

    String list_att();

    String list_rel();

    String list_urg();

    String list_evd();

    String list_sup();

    String list_rpt();

    String list_grp();

    String tasks();

    String task_what();

    String task_due();

    String task_member();

    String task_is_done();

    String task_done();

    String task_late();

    String referrals();

    String referral_to();

    String referral_help();

    String referral_state();

    String referral_shares();

    String referral_told_only();

    String referral_shares_why();

    @Message
    String state(Referral.Reached state);

    String reply_begin();

    String reply_why();

    String reply_not_spoken();

    String retelling();

    String retelling_known();

    String retelling_again();

    String retelling_reason();

    String trouble_source();

    String trouble_relative();

    String trouble_unknown();

    String trouble_twice();

    String trouble_reviewer();

    String trouble_gap();

    String short_c0();

    String short_c1();

    String short_c2();

    String short_c3();

    String short_c4();

    String short_c5();

    String short_c6();

    String short_c7();

    String short_c8();

    String short_c9();

    String short_c10();

    String short_c11();
}
