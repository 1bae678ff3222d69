//! Why no call was made.

use domain::{
    gateway::{Refusal, TryError, TryOut},
    oauth::GrantError,
    requests::{RequestView, Status},
    usage::{CallKind, QuotaState},
};
use leptos::prelude::*;
use locales::{Locale, api, request_done as done, try_it as t};

use super::outcome::quota_left;
use crate::{
    components::{Notice, NoticeKind},
    routes,
    web::PageError,
};

/// The reason that nothing was tried.
pub enum TryRefusal {
    Inactive(Status),
    NoSandbox,
    /// The API is over.
    Closed,
    NoKeys,
    Exhausted(CallKind, QuotaState),
    Ended(CallKind),
    /// The contract of the application has not begun yet.
    NotBegun,
}

#[component]
pub fn TryRefusalNotice<'a>(
    why: &'a TryRefusal,
    application: &'a RequestView,
    locale: Locale,
) -> impl IntoView + use<> {
    let said = |title, text: &'static str| {
        view! {
            <Notice
                kind=NoticeKind::Bad title content=view! { <p>{text}</p> }
            />
        }
        .into_any()
    };
    let with_link = |title, text: &'static str, href: String, name: &'static str| {
        let content = view! { <p>{text}</p><p><a href=href>{name}</a></p> };
        view! { <Notice kind=NoticeKind::Bad title content/> }.into_any()
    };
    let group = &application.group_id;
    let notice = match why {
        TryRefusal::Inactive(Status::Suspended) => {
            said(done::suspended(locale), done::suspended_text(locale))
        }
        TryRefusal::Inactive(Status::Revoked) => {
            said(done::revoked(locale), done::revoked_text(locale))
        }
        TryRefusal::Inactive(_) => {
            let href = routes::fill(routes::REQUEST_DONE, &[&application.id]);
            with_link(
                t::not_open(locale),
                t::not_open_text(locale),
                href,
                t::see_request(locale),
            )
        }
        TryRefusal::NoSandbox => {
            let href = routes::fill(routes::API, &[&application.api.slug]);
            with_link(
                t::no_sandbox(locale),
                t::no_sandbox_text(locale),
                href,
                t::see_documentation(locale),
            )
        }
        TryRefusal::NoKeys => {
            let href = routes::fill(routes::SECRETS, &[group, &application.application_id]);
            with_link(
                t::no_keys(locale),
                t::no_keys_text(locale),
                href,
                t::see_keys(locale),
            )
        }
        TryRefusal::Exhausted(kind, quota) => {
            let left = quota_left(*quota, locale);
            let text = match kind {
                CallKind::Sandbox => t::more_at_midnight(locale),
                CallKind::Trial | CallKind::PayPerUse if quota.renews => t::more_at_renewal(locale),
                CallKind::Trial => t::no_more(locale),
                CallKind::PayPerUse => t::no_more_at_all(locale),
            };
            let content = view! { <p>{text}</p><p>{t::quota(locale)} ": " {left}</p> };
            view! { <Notice kind=NoticeKind::Bad title=t::exhausted(locale) content/> }.into_any()
        }
        TryRefusal::Closed => said(api::retired(locale), api::retired_text(locale)),
        TryRefusal::Ended(CallKind::PayPerUse) => said(t::ended(locale), t::no_more_at_all(locale)),
        TryRefusal::Ended(_) => said(t::ended(locale), t::no_more(locale)),
        TryRefusal::NotBegun => said(t::not_begun(locale), t::not_begun_text(locale)),
    };
    view! { <div id="resultado">{notice}</div> }
}

/// What came of a try: the call, or why there was none.
///
/// # Errors
/// What no reader can do anything about.
pub fn made_or_refused(
    outcome: Result<TryOut, TryError>,
) -> Result<Result<TryOut, TryRefusal>, PageError> {
    Ok(Err(match outcome {
        Ok(try_out) => return Ok(Ok(try_out)),
        Err(TryError::Refused(Refusal::Exhausted(caller, quota))) => {
            TryRefusal::Exhausted(caller.kind, quota)
        }
        Err(TryError::Refused(Refusal::Ended(caller, _))) => TryRefusal::Ended(caller.kind),
        Err(TryError::Refused(Refusal::NotBegun(_)) | TryError::Grant(GrantError::NotBegun)) => {
            TryRefusal::NotBegun
        }
        Err(TryError::NoKeys) => TryRefusal::NoKeys,
        Err(TryError::Closed) => TryRefusal::Closed,
        Err(TryError::Inactive(state)) => TryRefusal::Inactive(state),
        Err(TryError::NoSandbox | TryError::Refused(Refusal::NobodyAnswers(_))) => {
            TryRefusal::NoSandbox
        }
        Err(TryError::Common(error)) => return Err(error.into()),
        Err(error) => return Err(PageError::fault(error)),
    }))
}
