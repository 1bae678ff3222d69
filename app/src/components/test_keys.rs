//! The keys for the sandbox: offered while a request waits, shown to whoever asked by a form.

use domain::{
    credentials::RevealedKeys,
    groups::GroupRight,
    ids::{ApplicationId, GroupId},
    requests::{RequestView, Status},
};
use leptos::prelude::*;
use locales::{Locale, applications as words, sandbox_keys as t};

use super::{Icon, Key, KeyReceipt, Symbol};
use crate::{
    routes,
    web::{Visit, request_path, ticket_path},
};

/// Where the test values stand on the page of an API.
const TEST_VALUES: &str = "valores-de-teste";

/// The page that asks for the keys and then shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeysPage {
    Ticket,
    /// The page that says what became of a request.
    Done,
}

/// What the keys are for, and the keys once they were asked for; nothing where no sandbox is, and for
/// those who see no keys.
#[component]
pub fn TestKeys<'a>(
    application: &'a RequestView,
    revealed: Option<&'a RevealedKeys>,
    place: KeysPage,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let (group, locale) = (application.group_id, visit.locale);
    let has_keys = application.api.sandbox.is_some() && application.may(GroupRight::UseKeys);
    has_keys.then(|| {
        let (title, text) = if is_open(application) {
            (t::waiting_title(locale), t::waiting(locale))
        } else {
            (t::title(locale), t::text(locale))
        };
        let id = format!("teste-{}", application.application_id);
        let keys = match revealed {
            Some(revealed) => {
                view! { <ShownKeys application group revealed place visit/> }.into_any()
            }
            None => view! { <KeysOffer application group place locale/> }.into_any(),
        };
        view! {
            <section class="stack" aria-labelledby=id.clone()>
                <div class="stack stack--tight">
                    <h3 id=id.clone()>{title}</h3>
                    <p>{text}</p>
                </div>
                {keys}
            </section>
        }
    })
}

/// Whether the request is not decided yet.
const fn is_open(application: &RequestView) -> bool {
    matches!(
        application.status,
        Status::Pending | Status::AwaitingApplicant
    )
}

/// A form that asks for the keys, and what else there is to try.
#[component]
fn KeysOffer<'a>(
    application: &'a RequestView,
    group: GroupId,
    place: KeysPage,
    locale: Locale,
) -> impl IntoView + use<> {
    view! {
        <div class="row">
            <TryLink application group locale/>
            <RevealForm application group place locale/>
            {test_values(application, locale)}
        </div>
    }
}

/// These keys are what the portal tries with while the request waits; afterwards it takes the
/// application's own.
#[component]
fn TryLink<'a>(
    application: &'a RequestView,
    group: GroupId,
    locale: Locale,
) -> impl IntoView + use<> {
    let href = routes::fill(routes::TRY, &[&group, &application.application_id]);
    is_open(application)
        .then(|| view! { <a class="btn btn--small" href=href>{words::try_it(locale)}</a> })
}

/// The button that shows the keys; the browser then goes to where they stand.
#[component]
fn RevealForm<'a>(
    application: &'a RequestView,
    group: GroupId,
    place: KeysPage,
    locale: Locale,
) -> impl IntoView + use<> {
    let id = application.application_id;
    let done =
        (place == KeysPage::Done).then(|| view! { <input type="hidden" name="pronto" value="1"/> });
    view! {
        <form method="post" action=path(group, id)>
            {done}
            <button class="btn btn--quiet btn--small"><Icon symbol=Symbol::Eye/> {t::reveal(locale)}</button>
        </form>
    }
}

fn test_values(application: &RequestView, locale: Locale) -> impl IntoView + use<> {
    let api = routes::fill(routes::API_DOCUMENTATION, &[&application.api.slug]);
    application.api.is_open().then(|| {
        view! { <a class="btn btn--quiet btn--small" href=format!("{api}#{TEST_VALUES}")>{t::values(locale)}</a> }
    })
}

#[component]
fn ShownKeys<'a>(
    application: &'a RequestView,
    group: GroupId,
    revealed: &'a RevealedKeys,
    place: KeysPage,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let (id, locale) = (application.application_id, visit.locale);
    let public = revealed.public_key.to_string();
    let secret = revealed.secret_key.expose().to_owned();
    let hide = match place {
        KeysPage::Ticket => ticket_path(group, id),
        KeysPage::Done => request_path(id.request()),
    };
    view! {
        <dl class="keys">
            <Key
                id=format!("chave-publica-de-teste-{id}") name=t::public_key(locale)
                value=public locale
            />
            <Key
                id=format!("chave-secreta-de-teste-{id}") name=t::secret_key(locale)
                value=secret locale
            />
        </dl>
        <KeyReceipt revealed visit/>
        <p class="soft small">{words::revealed(locale)} " " <a href=hide>{t::hide(locale)}</a></p>
        <div class="row">
            <TryLink application group locale/>
            {test_values(application, locale)}
        </div>
    }
}

/// Where the form goes; the browser then goes to where the keys stand.
#[must_use]
pub fn path(group: GroupId, id: ApplicationId) -> String {
    let path = routes::fill(routes::SANDBOX_KEYS, &[&group, &id]);
    format!("{path}#teste-{id}")
}
