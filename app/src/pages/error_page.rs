//! What a reader sees when something cannot be done.

use domain::db::Unavailable;
use leptos::prelude::*;
use locales::{Locale, errors as t, layout};

use crate::{
    components::{Message, wait},
    routes,
    web::{Page, PageError, Visit, add_return_to},
};

pub fn page(visit: &Visit, error: &PageError, request_id: &str) -> Page {
    let locale = visit.locale;
    let Message { heading, text } = message(error, locale);
    let code = error.status().as_u16();
    // Under another name than the portal's own, its forms would go on failing.
    let home = match error {
        PageError::CrossSite => format!(
            "{}{}",
            visit.app.services.portal.settings.public_url,
            routes::HOME
        ),
        _ => routes::HOME.to_owned(),
    };
    let sign_in = may_be_there_for_others(visit, error).then(|| sign_in(visit));
    let id = error.is_logged().then(|| request_id.to_owned());
    Page::new(visit, heading, || {
        view! {
            <section class="error-page">
                <p class="error-page__code">{code}</p>
                <div class="error-page__body">
                    <h1>{heading}</h1>
                    <p>{text}</p>
                    {sign_in}
                    <div class="actions">
                        <a class="btn" href=home>{t::go_home(locale)}</a>
                        {error.status().is_server_error().then(|| view! {
                            <a class="btn btn--quiet" href=routes::STATUS>{layout::status(locale)}</a>
                        })}
                    </div>
                    {id.map(|id| view! {
                        <p class="error-page__id">{t::occurrence(locale)} " " <code translate="no">{id}</code></p>
                    })}
                </div>
            </section>
        }
    })
}

/// Whether there may be a page of the catalogue that only some of those who have signed in see.
fn may_be_there_for_others(visit: &Visit, error: &PageError) -> bool {
    let below = visit.page().strip_prefix(routes::CATALOGUE);
    let is_of_catalogue = below.is_some_and(|rest| rest.starts_with('/'));
    matches!(error, PageError::NotFound) && visit.person().is_none() && is_of_catalogue
}

fn sign_in(visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let href = add_return_to(routes::SIGN_IN, &visit.path);
    view! {
        <p>{t::not_for_everybody(locale)} " " <a href=href>{layout::sign_in(locale)}</a></p>
    }
}

fn message(error: &PageError, locale: Locale) -> Message {
    let (heading, text) = match error {
        PageError::TooOften { retry_after } => {
            let text = t::too_often(locale, wait::words(*retry_after, locale));
            return Message::new(t::too_often_title(locale), text);
        }
        PageError::NotFound | PageError::WrongMethod => {
            (t::not_found_title(locale), t::not_found(locale))
        }
        PageError::Forbidden => (t::forbidden_title(locale), t::forbidden(locale)),
        PageError::CrossSite => (t::cross_site_title(locale), t::cross_site(locale)),
        PageError::Malformed => (t::malformed_title(locale), t::malformed(locale)),
        PageError::Unavailable(Unavailable::Full, _) => (t::full_title(locale), t::full(locale)),
        PageError::Busy { .. } | PageError::Unavailable(Unavailable::Busy, _) => {
            (t::busy_title(locale), t::busy(locale))
        }
        PageError::Unavailable(..) => (t::unavailable_title(locale), t::unavailable(locale)),
        PageError::Fault(_) => (t::fault_title(locale), t::fault(locale)),
    };
    Message::new(heading, text)
}
