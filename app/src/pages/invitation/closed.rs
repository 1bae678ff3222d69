//! Invitations that nobody answers here: for somebody else, over, or unknown.

use axum::http::StatusCode;
use domain::{
    accounts::{Email, SessionKind},
    groups::invitations::InvitationState,
};
use leptos::prelude::*;
use locales::{Locale, common, invitation as t, layout};

use crate::{
    components::{LargeIcon, Symbol},
    routes,
    web::{Page, Visit},
};

/// For somebody else, who learns no more of the address than whoever knows it needs.
pub(super) fn others_page(visit: &Visit, email: &Email) -> Page {
    let locale = visit.locale;
    let own = visit.person().map(|person| person.email.clone());
    let text = t::other(locale, masked(email), own.unwrap_or_default());
    Page::new(visit, t::other_title(locale), || {
        view! {
            <div class="empty">
                <LargeIcon symbol=Symbol::User/>
                <h1>{t::other_title(locale)}</h1>
                <p>{text}</p>
                <form class="actions" method="post" action=routes::SIGN_OUT>
                    <button class="btn">{layout::sign_out(locale)}</button>
                    <a class="btn btn--quiet" href=routes::APPLICATIONS>{layout::my_applications(locale)}</a>
                </form>
            </div>
        }
    })
    .narrow()
    .secret()
}

/// "b…@b…": the first character of each part.
fn masked(email: &Email) -> String {
    let first = |part: &str| part.chars().next().map(String::from).unwrap_or_default();
    format!("{}…@{}…", first(email.local_part()), first(email.domain()))
}

const fn ended_words(state: InvitationState, locale: Locale) -> (&'static str, &'static str) {
    match state {
        InvitationState::Accepted => (t::accepted_title(locale), t::accepted(locale)),
        InvitationState::Declined => (t::declined_title(locale), t::declined(locale)),
        InvitationState::Withdrawn => (t::withdrawn_title(locale), t::withdrawn(locale)),
        InvitationState::Expired | InvitationState::Open => {
            (t::expired_title(locale), t::expired(locale))
        }
    }
}

pub(super) fn ended_page(visit: &Visit, state: InvitationState) -> Page {
    let locale = visit.locale;
    let (title, text) = ended_words(state, locale);
    // Pressed twice: the first press made the account.
    let is_in =
        state == InvitationState::Accepted && visit.session == Some(SessionKind::PasswordOnly);
    Page::new(visit, title, || {
        view! {
            <div class="empty">
                <LargeIcon symbol=Symbol::Clock/>
                <h1>{title}</h1>
                <p>{text}</p>
                <div class="actions">
                    {is_in.then(|| view! { <a class="btn" href=routes::PASSWORD>{common::continue_(locale)}</a> })}
                    <a class="btn btn--quiet" href=routes::APPLICATIONS>{layout::my_applications(locale)}</a>
                </div>
            </div>
        }
    })
    .narrow()
    .secret()
    .with_status(StatusCode::GONE)
}

pub(super) fn unknown_page(visit: &Visit) -> Page {
    let locale = visit.locale;
    Page::new(visit, t::unknown_title(locale), || {
        view! {
            <div class="empty">
                <LargeIcon symbol=Symbol::Search/>
                <h1>{t::unknown_title(locale)}</h1>
                <p>{t::unknown(locale)}</p>
            </div>
        }
    })
    .narrow()
    .secret()
    .with_status(StatusCode::NOT_FOUND)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_address_tells_no_more_than_its_owner_needs() {
        let email = Email::parse("bia.reis@bancoexemplo.com.br").unwrap();
        assert_eq!(masked(&email), "b…@b…");
    }
}
