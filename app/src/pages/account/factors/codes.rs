//! Recovery codes: how many are left, and ten new ones, which are shown once.

use axum::response::{IntoResponse, Response};
use domain::accounts::factors::{RecoveryCode, make_recovery_codes};
use leptos::prelude::*;
use locales::{Locale, factors as t, number};

use super::{ConfirmedForm, crumbs, pending, refused, to_factors};
use crate::{
    components::{Breadcrumbs, Crumb, Notice, NoticeKind, PageHead},
    forms::PasswordPrompt,
    routes,
    web::{Access::Member, Page, PageError, PostedForm, Site, Visit},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::ACCOUNT_RECOVERY_CODES, to_factors)
        .post(Member, routes::ACCOUNT_RECOVERY_CODES, make)
}

async fn make(
    mut visit: Visit,
    PostedForm(form): PostedForm<ConfirmedForm>,
) -> Result<Response, PageError> {
    let typed = form.current.as_deref();
    if let Some(prompt) = PasswordPrompt::unless_given(&mut visit, typed).await? {
        let action = routes::ACCOUNT_RECOVERY_CODES;
        let pending = pending(t::codes_to_make(visit.locale), action);
        return Ok(prompt.page(&visit, &pending).into_response());
    }
    match make_recovery_codes(&visit.scope, visit.vault()).await {
        Ok(made) => Ok(page(&visit, &made).into_response()),
        Err(error) => refused(&visit, error),
    }
}

pub(super) fn section(left: u64, locale: Locale) -> impl IntoView {
    view! {
        <section class="section">
            <h2>{t::codes(locale)}</h2>
            <p class="soft">{t::codes_note(locale)}</p>
            <p>{t::codes_left(locale, number::count(left, locale))}</p>
            <form class="actions" method="post" action=routes::ACCOUNT_RECOVERY_CODES>
                <button class="btn btn--quiet">{t::codes_make(locale)}</button>
            </form>
        </section>
    }
}

/// The codes that were just made, the only time that they are shown.
pub(super) fn page(visit: &Visit, made: &[RecoveryCode]) -> Page {
    let locale = visit.locale;
    let title = t::codes_title(locale);
    Page::new(visit, title, || {
        let mut crumbs = crumbs(locale);
        crumbs.push(Crumb::new(routes::ACCOUNT_FACTOR, t::title(locale)));
        let once = view! { <p>{t::codes_once(locale)}</p> };
        let codes = made.iter().map(|code| {
            view! { <li><code class="mono" translate="no">{code.expose()}</code></li> }
        });
        view! {
            <Breadcrumbs locale crumbs here=title/>
            <PageHead title/>
            <Notice kind=NoticeKind::Wait title=t::codes_once_title(locale) content=once/>
            <ul class="lines" role="list">{codes.collect_view()}</ul>
            <div class="actions">
                <a class="btn" href=routes::ACCOUNT_FACTOR>{t::codes_kept(locale)}</a>
            </div>
        }
    })
    .narrow()
    .secret()
}
