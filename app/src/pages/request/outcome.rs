//! What each state of a request means for who asked, and what to do next.

use domain::{
    credentials::RevealedKeys,
    requests::{RequestView, Status},
};
use leptos::prelude::*;
use locales::{Locale, request_done as t, terms as words};

use crate::{
    components::{
        Notice,
        facts::paragraphs,
        no_upstream,
        test_keys::{self, KeysPage},
    },
    routes,
    web::Visit,
};

#[must_use]
pub const fn heading(state: Status, locale: Locale) -> &'static str {
    match state {
        Status::Pending => t::pending(locale),
        Status::Approved => t::approved(locale),
        Status::Rejected => t::rejected(locale),
        Status::Cancelled => t::cancelled(locale),
        Status::Suspended => t::suspended(locale),
        Status::Revoked => t::revoked(locale),
    }
}

pub fn outcome(view: &RequestView, sandbox: Option<&RevealedKeys>, visit: &Visit) -> AnyView {
    let locale = visit.locale;
    match view.status {
        Status::Pending => pending(view, sandbox, visit).into_any(),
        Status::Approved => approved(view, sandbox, visit).into_any(),
        Status::Rejected => rejected(view, locale).into_any(),
        Status::Cancelled => over(view, t::cancelled_text(locale), locale).into_any(),
        Status::Suspended => suspended(view, locale).into_any(),
        Status::Revoked => over(view, t::revoked_text(locale), locale).into_any(),
    }
}

fn pending(
    view: &RequestView,
    sandbox: Option<&RevealedKeys>,
    visit: &Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let own = visit
        .person()
        .is_some_and(|person| person.id == view.applicant_id);
    view! {
        {Notice::Wait.view(t::pending_who(locale), view! { <p>{t::pending_next(locale)}</p> })}
        {no_upstream(&view.api, view.plan, locale)}
        {test_keys::section(view, sandbox, KeysPage::Done, visit)
            .map(|keys| view! { <div class="panel">{keys}</div> })}
        {view.api.published.then(|| meanwhile(&view.api.slug, locale))}
        {own.then(|| cancellation(view, locale))}
    }
}

pub(super) fn cancellation(view: &RequestView, locale: Locale) -> impl IntoView + use<> {
    view! {
        <section class="section">
            <h2>{t::cancel_title(locale)}</h2>
            <p class="soft">{t::cancel_text(locale)}</p>
            <form method="post" action=routes::fill(routes::REQUEST_CANCEL, &[&view.id])>
                <div class="actions"><button class="btn btn--danger">{t::cancel(locale)}</button></div>
            </form>
        </section>
    }
}

/// What can be read and tried while somebody else decides.
fn meanwhile(slug: &str, locale: Locale) -> impl IntoView + use<> {
    let api = routes::fill(routes::API, &[&slug]);
    let link = |anchor, name| view! { <li><a href=format!("{api}#{anchor}")>{name}</a></li> };
    view! {
        <section class="section">
            <h2>{t::meanwhile(locale)}</h2>
            <ul class="lines" role="list">
                {link("apresentacao", t::meanwhile_presentation(locale))}
                {link("exemplos", t::meanwhile_samples(locale))}
                {link("respostas", t::meanwhile_answers(locale))}
            </ul>
        </section>
    }
}

fn approved(
    view: &RequestView,
    sandbox: Option<&RevealedKeys>,
    visit: &Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    view! {
        <p>{t::approved_text(locale)}</p>
        {reason_given(view, Notice::Info, words::remark(locale))}
        {group_link(view, "btn", t::see_keys(locale))}
        {sandbox.map(|keys| test_keys::section(view, Some(keys), KeysPage::Done, visit))}
    }
}

fn rejected(view: &RequestView, locale: Locale) -> impl IntoView {
    view! {
        {reason_given(view, Notice::Bad, words::reason(locale))}
        <p>{t::rejected_text(locale)}</p>
        <form method="post" action=routes::fill(routes::REQUEST_CORRECT, &[&view.id])>
            <div class="actions"><button class="btn">{t::correct(locale)}</button></div>
        </form>
    }
}

fn suspended(view: &RequestView, locale: Locale) -> impl IntoView {
    view! {
        {reason_given(view, Notice::Bad, words::reason(locale))}
        <p>{t::suspended_text(locale)}</p>
        {group_link(view, "btn btn--quiet", t::see_group(locale))}
    }
}

/// Nothing more will happen to this one; another can be asked for.
fn over(view: &RequestView, text: &'static str, locale: Locale) -> impl IntoView {
    let again = view.api.published && view.api.offer(view.plan).is_some();
    view! {
        {reason_given(view, Notice::Info, words::reason(locale))}
        <p>{text}</p>
        {again.then(|| view! {
            <div class="actions">
                <a class="btn" href=routes::fill(routes::REQUEST_NEW, &[&view.api.slug, &view.plan])>
                    {t::ask_again(locale)}
                </a>
            </div>
        })}
    }
}

/// What was said with the decision.
pub(super) fn reason_given(
    view: &RequestView,
    notice: Notice,
    title: &'static str,
) -> impl IntoView + use<> {
    view.reason
        .as_deref()
        .map(|reason| notice.view(title, paragraphs(reason)))
}

fn group_link(
    view: &RequestView,
    class: &'static str,
    name: &'static str,
) -> impl IntoView + use<> {
    let group = routes::fill(routes::GROUP, &[&view.group_id]);
    view! { <div class="actions"><a class=class href=group>{name}</a></div> }
}
