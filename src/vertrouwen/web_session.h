#pragma once
#include "gate/context.h"
#include "vertrouwen/login.h"

/// What the pages of this slice share about the browser: its cookies, and where it goes on.
namespace vertrouwen {
void set_session_cookie(http::Response&, http::Request const&, std::string_view token);
void clear_session_cookie(http::Response&, http::Request const&);
std::string_view session_cookie(http::Request const&);
Herkomst herkomst(http::Request const&);
Login login(gate::Context&);
/// The address of a step, with where to go afterwards.
std::string step_path(Stap, std::string_view terug);
/// After a whole log-in: the kept form, the page that was asked for, or the role's first page.
http::Response go_on(gate::Context&, Gebruiker const&, std::string_view token, std::string_view terug);
/// Where the log-in leads to, from ?terug= or the form; a path of our own or empty.
std::string terug(http::Request const&);
/// "ma 7 dec 2026, 09:30" as people here read it.
std::string moment(html::View const&, Timestamp);
/// A sentence, and what can be done about it.
html::Html advice(std::string_view sentence, std::vector<html::Html> const& buttons);
http::Response login_page(gate::Context&, int status, std::string_view title, std::vector<html::LoginStep> const&,
                          html::Html const& form);
}
