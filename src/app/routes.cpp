#include "app/routes.h"

#include "agenda/web.h"
#include "app/pages.h"
#include "dossier/web.h"
#include "duo/web.h"
#include "inburgeringstermijn/web.h"
#include "instroom/web.h"
#include "rekenhulp/web.h"
#include "vertrouwen/web.h"
#include "werkvoorraad/web.h"
#include "zoeken/web.h"

// clang-format off
namespace app {
using http::Method;
using vertrouwen::Recht;

std::vector<gate::Route> const& routes() {
    static std::vector<gate::Route> const all{
        {Method::get, "/", start, Recht::publiek},
        {Method::get, "/gezond", health, Recht::publiek},
        {Method::get, "/metrics", metrics, Recht::publiek},
        {Method::get, "/hulp", help, Recht::ingelogd},
        {Method::get, "/beheer", management, Recht::ingelogd},
        // vertrouwen
        {Method::get, "/inloggen", vertrouwen::show_login, Recht::inloggen},
        {Method::post, "/inloggen", vertrouwen::log_in, Recht::inloggen},
        {Method::get, "/inloggen/code", vertrouwen::show_code, Recht::inloggen},
        {Method::post, "/inloggen/code", vertrouwen::send_code, Recht::inloggen},
        {Method::get, "/inloggen/herstelcode", vertrouwen::show_recovery, Recht::inloggen},
        {Method::post, "/inloggen/herstelcode", vertrouwen::send_recovery, Recht::inloggen},
        {Method::get, "/inloggen/instellen", vertrouwen::show_setup, Recht::inloggen},
        {Method::post, "/inloggen/instellen", vertrouwen::send_setup, Recht::inloggen},
        {Method::get, "/inloggen/wachtwoord", vertrouwen::show_new_password, Recht::inloggen},
        {Method::post, "/inloggen/wachtwoord", vertrouwen::send_new_password, Recht::inloggen},
        {Method::post, "/uitloggen", vertrouwen::log_out, Recht::inloggen},
        {Method::get, "/taal/{taal}", vertrouwen::set_language, Recht::publiek},
        {Method::get, "/bewaard-formulier", vertrouwen::show_kept_form, Recht::ingelogd},
        {Method::post, "/bewaard-formulier", vertrouwen::drop_kept_form, Recht::ingelogd},
        {Method::post, "/toegang", vertrouwen::grant, Recht::dossier_lezen},
        {Method::get, "/account", vertrouwen::show_account, Recht::ingelogd},
        {Method::post, "/account", vertrouwen::change_account, Recht::ingelogd},
        {Method::get, "/account/wachtwoord", vertrouwen::show_password, Recht::ingelogd},
        {Method::post, "/account/wachtwoord", vertrouwen::change_password, Recht::ingelogd},
        {Method::get, "/account/tweede-factor", vertrouwen::show_factor, Recht::ingelogd},
        {Method::post, "/account/tweede-factor", vertrouwen::change_factor, Recht::ingelogd},
        {Method::get, "/account/herstelcodes", vertrouwen::show_recovery_codes, Recht::ingelogd},
        {Method::post, "/account/herstelcodes", vertrouwen::renew_recovery_codes, Recht::ingelogd},
        {Method::post, "/account/sessies/{sessie}/beeindigen", vertrouwen::end_session, Recht::ingelogd},
        {Method::get, "/beheer/gebruikers", vertrouwen::list_users, Recht::gebruikers_beheren},
        {Method::post, "/beheer/gebruikers", vertrouwen::add_new_user, Recht::gebruikers_beheren},
        {Method::get, "/beheer/gebruikers/nieuw", vertrouwen::show_new_user, Recht::gebruikers_beheren},
        {Method::get, "/beheer/gebruikers/{gebruiker}", vertrouwen::show_user, Recht::gebruikers_beheren},
        {Method::post, "/beheer/gebruikers/{gebruiker}", vertrouwen::change_user, Recht::gebruikers_beheren},
        {Method::post, "/beheer/gebruikers/{gebruiker}/wachtwoord", vertrouwen::reset_user_password, Recht::gebruikers_beheren},
        {Method::post, "/beheer/gebruikers/{gebruiker}/tweede-factor", vertrouwen::reset_user_factor, Recht::gebruikers_beheren},
        {Method::post, "/beheer/gebruikers/{gebruiker}/afscherming", vertrouwen::shield_user, Recht::gebruikers_beheren},
        {Method::get, "/beheer/leeslog", vertrouwen::show_read_log, Recht::leeslog_inzien},
        {Method::get, "/dossiers/{dossier}/inzage", vertrouwen::show_file_readers, Recht::dossier_inzage},
        {Method::get, "/beheer/noodtoegang", vertrouwen::list_accesses, Recht::leeslog_inzien},
        {Method::post, "/beheer/noodtoegang/{toegang}/nagekeken", vertrouwen::review_access, Recht::leeslog_inzien},
        {Method::get, "/beheer/audit", vertrouwen::show_audit, Recht::audit_inzien},
        {Method::post, "/beheer/audit", vertrouwen::verify_chain, Recht::audit_inzien},
        // werkvoorraad
        {Method::get, "/mijn-werk", werkvoorraad::my_work, Recht::eigen_werk},
        {Method::get, "/werkvoorraad", werkvoorraad::team_queue, Recht::teamwerk},
        {Method::post, "/taken/kiezen", werkvoorraad::chosen, Recht::eigen_werk},
        {Method::get, "/taken/samen", werkvoorraad::preview_page, Recht::eigen_werk},
        {Method::post, "/taken/samen", werkvoorraad::do_together, Recht::eigen_werk},
        {Method::post, "/taken/samen/{bulk}/ongedaan", werkvoorraad::undo, Recht::eigen_werk},
        {Method::get, "/taken/nieuw", werkvoorraad::new_task_form, Recht::eigen_werk},
        {Method::post, "/taken/nieuw", werkvoorraad::add_task, Recht::eigen_werk},
        {Method::post, "/taken/filters", werkvoorraad::save_filter_post, Recht::eigen_werk},
        {Method::post, "/taken/filters/{filter}/weg", werkvoorraad::forget_filter_post, Recht::eigen_werk},
        {Method::get, "/taken/{taak}", werkvoorraad::task_page, Recht::eigen_werk},
        {Method::post, "/taken/{taak}", werkvoorraad::change_task, Recht::eigen_werk},
        // dossier
        {Method::get, "/dossiers/{dossier}", dossier::show, Recht::dossier_lezen},
        {Method::get, "/dossiers/{dossier}/notities", dossier::note_form, Recht::dossier_schrijven},
        {Method::post, "/dossiers/{dossier}/notities", dossier::add_note, Recht::dossier_schrijven},
        {Method::get, "/dossiers/{dossier}/notities/{gebeurtenis}", dossier::correct_form, Recht::dossier_schrijven},
        {Method::post, "/dossiers/{dossier}/notities/{gebeurtenis}", dossier::correct, Recht::dossier_schrijven},
        {Method::get, "/dossiers/{dossier}/toewijzen", dossier::assign_form, Recht::dossier_toewijzen},
        {Method::post, "/dossiers/{dossier}/toewijzen", dossier::assign_post, Recht::dossier_toewijzen},
        {Method::get, "/dossiers/{dossier}/sluiten", dossier::close_form, Recht::dossier_toewijzen},
        {Method::post, "/dossiers/{dossier}/sluiten", dossier::close_post, Recht::dossier_toewijzen},
        {Method::get, "/dossiers/{dossier}/heropenen", dossier::reopen_form, Recht::dossier_toewijzen},
        {Method::post, "/dossiers/{dossier}/heropenen", dossier::reopen_post, Recht::dossier_toewijzen},
        // agenda
        {Method::get, "/agenda", agenda::show, Recht::eigen_werk},
        {Method::get, "/agenda/nieuw", agenda::new_form, Recht::eigen_werk},
        {Method::post, "/agenda/nieuw", agenda::add, Recht::eigen_werk},
        {Method::get, "/agenda/afspraken/{afspraak}", agenda::edit_form, Recht::eigen_werk},
        {Method::post, "/agenda/afspraken/{afspraak}", agenda::save, Recht::eigen_werk},
        {Method::post, "/agenda/afspraken/{afspraak}/stand", agenda::set_state, Recht::eigen_werk},
        {Method::get, "/agenda/feed", agenda::feed_page, Recht::eigen_werk},
        {Method::post, "/agenda/feed", agenda::feed_make, Recht::eigen_werk},
        {Method::post, "/agenda/feed/intrekken", agenda::feed_revoke, Recht::eigen_werk},
        {Method::get, "/agenda/feed/{token}", agenda::feed, Recht::publiek},
        {Method::get, "/vervanging", agenda::substitutions, Recht::eigen_werk},
        {Method::post, "/vervanging", agenda::add_substitution, Recht::eigen_werk},
        {Method::post, "/vervanging/intrekken", agenda::withdraw_substitution, Recht::eigen_werk},
        // inburgeringstermijn
        {Method::get, "/dossiers/{dossier}/termijnen", inburgeringstermijn::show, Recht::dossier_lezen},
        {Method::get, "/dossiers/{dossier}/termijnen/feit", inburgeringstermijn::fact_form, Recht::dossier_schrijven},
        {Method::post, "/dossiers/{dossier}/termijnen/feit", inburgeringstermijn::add, Recht::dossier_schrijven},
        {Method::get, "/dossiers/{dossier}/termijnen/feit/{feit}/intrekken", inburgeringstermijn::withdraw_form, Recht::dossier_schrijven},
        {Method::post, "/dossiers/{dossier}/termijnen/feit/{feit}/intrekken", inburgeringstermijn::withdraw, Recht::dossier_schrijven},
        // instroom
        {Method::get, "/inburgeraars", instroom::show_people, Recht::persoon_zoeken},
        {Method::get, "/inburgeraars/nieuw", instroom::new_person_form, Recht::persoon_registreren},
        {Method::post, "/inburgeraars/nieuw", add_person, Recht::persoon_registreren},
        {Method::get, "/inburgeraars/{persoon}", instroom::show_person_without_file, Recht::persoon_zoeken},
        {Method::post, "/inburgeraars/{persoon}/dossier", instroom::open_file, Recht::persoon_registreren},
        {Method::get, "/dossiers/{dossier}/persoon", instroom::show_person, Recht::dossier_lezen},
        {Method::get, "/dossiers/{dossier}/persoon/wijzigen", instroom::edit_person_form, Recht::dossier_schrijven},
        {Method::post, "/dossiers/{dossier}/persoon/wijzigen", edit_person, Recht::dossier_schrijven},
        {Method::get, "/dossiers/{dossier}/gezin", instroom::show_family, Recht::dossier_lezen},
        {Method::get, "/dossiers/{dossier}/gezin/nieuw", instroom::new_relative_form, Recht::dossier_schrijven},
        {Method::post, "/dossiers/{dossier}/gezin/nieuw", instroom::add_relative_post, Recht::dossier_schrijven},
        {Method::post, "/dossiers/{dossier}/gezin/{band}", instroom::set_whereabouts_post, Recht::dossier_schrijven},
        {Method::get, "/dossiers/{dossier}/doelgroep", instroom::show_group, Recht::dossier_lezen},
        {Method::post, "/dossiers/{dossier}/doelgroep", instroom::set_group, Recht::dossier_schrijven},
        {Method::post, "/dossiers/{dossier}/doelgroep/extra", instroom::decide_extra, Recht::dossier_schrijven},
        {Method::get, "/inlezen", instroom::show_imports, Recht::inlezen},
        {Method::post, "/inlezen", instroom::upload, Recht::inlezen, 65ULL << 20},
        {Method::get, "/inlezen/{inlees}", instroom::show_import, Recht::inlezen},
        {Method::get, "/inlezen/{inlees}/voortgang", instroom::import_events, Recht::inlezen},
        {Method::get, "/dubbelen", instroom::show_pairs, Recht::persoon_samenvoegen},
        {Method::post, "/dubbelen", instroom::search_pairs, Recht::persoon_samenvoegen},
        {Method::get, "/dubbelen/{dubbel}", instroom::show_pair, Recht::persoon_samenvoegen},
        {Method::post, "/dubbelen/{dubbel}", instroom::merge_pair, Recht::persoon_samenvoegen},
        {Method::post, "/dubbelen/{dubbel}/verschillend", instroom::keep_apart, Recht::persoon_samenvoegen},
        {Method::post, "/dubbelen/{dubbel}/herstellen", instroom::undo_merge, Recht::persoon_samenvoegen},
        {Method::get, "/beheer/beleid", instroom::show_policy, Recht::beleid_beheren},
        {Method::post, "/beheer/beleid", instroom::change_policy, Recht::beleid_beheren},
        // duo
        {Method::get, "/duo", duo::show_inbox, Recht::inlezen},
        {Method::get, "/duo/{melding}", duo::show_notice, Recht::inlezen},
        {Method::post, "/duo/{melding}/koppelen", duo::tie_notice, Recht::inlezen},
        {Method::get, "/dossiers/{dossier}/duo", duo::show_file, Recht::dossier_lezen},
        // zoeken
        {Method::get, "/zoeken", zoeken::show, Recht::persoon_zoeken},
        {Method::post, "/zoeken", zoeken::ask, Recht::persoon_zoeken},
        // rekenhulp
        {Method::get, "/rekenhulp", rekenhulp::list, Recht::rekenhulp},
        {Method::get, "/rekenhulp/{regel}", rekenhulp::show, Recht::rekenhulp},
        {Method::post, "/rekenhulp/{regel}", rekenhulp::work_out, Recht::rekenhulp},
    };
    return all;
}
}
