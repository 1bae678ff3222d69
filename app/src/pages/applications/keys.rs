//! The keys of an approved application; a secret one hidden until it is asked for.

use domain::{
    credentials::{ApplicationKeys, RevealedKeys, Secret},
    ids::{ApplicationId, GroupId},
    requests::RequestView,
};
use leptos::prelude::*;
use locales::{Locale, applications as t, secrets};

use super::{application::DisplayedKeys, reveal, secrets::label};
use crate::{
    components::{Icon, Key, KeyLabel, KeyReceipt, Notice, NoticeKind, Symbol, time},
    routes,
    web::{Visit, ticket_path},
};

const DOTS: &str = "••••••••••••••••••••••••";

#[component]
pub(super) fn KeyPanel<'a>(
    application: &'a RequestView,
    keys: &'a ApplicationKeys,
    shown: Option<DisplayedKeys<'a>>,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let (group, id) = (application.group_id, application.application_id);
    let public = keys.public_key.to_string();
    let (secret, below) = match (shown, keys.secrets.first()) {
        (Some(DisplayedKeys::Keys(revealed)), _) => (
            view! { <RevealedKey application=id keys revealed locale/> }.into_any(),
            view! {
                <KeyReceipt revealed visit/>
                <p class="soft small">
                    {t::revealed(locale)} " " <a href=ticket_path(group, id)>{t::hide(locale)}</a>
                </p>
            }
            .into_any(),
        ),
        (Some(DisplayedKeys::Locked(awaited)), _) => (
            ().into_any(),
            view! { <reveal::RevealConfirmation awaited group application=id visit/> }.into_any(),
        ),
        (_, Some(newest)) => (
            view! { <HiddenKey application keys secret=newest locale/> }.into_any(),
            invitation(newest, visit).into_any(),
        ),
        (_, None) => (
            ().into_any(),
            view! { <NoKeys group id locale/> }.into_any(),
        ),
    };
    view! {
        <dl class="keys">
            <Key
                id=format!("chave-publica-{id}") name=t::public_key(locale) value=public locale
            />
            {secret}
        </dl>
        {below}
    }
}

#[component]
fn RevealedKey<'a>(
    application: ApplicationId,
    keys: &'a ApplicationKeys,
    revealed: &'a RevealedKeys,
    locale: Locale,
) -> impl IntoView + use<> {
    let id = reveal::secret_key_id(application);
    let value = revealed.secret_key.expose().to_owned();
    let all = &keys.secrets;
    let this = all.iter().find(|secret| secret.id == revealed.secret);
    let label = this.and_then(|secret| distinct_label(all, secret, locale));
    view! { <Key id name=t::secret_key(locale) label value locale/> }
}

/// The label of a key that is not the only one.
fn distinct_label(all: &[Secret], this: &Secret, locale: Locale) -> Option<String> {
    (all.len() > 1 || !this.label.is_empty()).then(|| label(this, locale))
}

#[component]
fn HiddenKey<'a>(
    application: &'a RequestView,
    keys: &'a ApplicationKeys,
    secret: &'a Secret,
    locale: Locale,
) -> impl IntoView + use<> {
    let action = reveal::path(application.group_id, application.application_id);
    view! {
        <div class="key">
            <dt>{t::secret_key(locale)} {distinct_label(&keys.secrets, secret, locale).map(|label| view! { <KeyLabel label/> })}</dt>
            <dd class="key__value key__value--hidden">
                <span aria-hidden="true">{DOTS}</span>
                <span class="visually-hidden">{t::hidden(locale)}</span>
            </dd>
            <dd class="key__action">
                <form method="post" action=action>
                    <input type="hidden" name="secret" value=secret.id.to_string()/>
                    <button class="btn btn--quiet btn--small" aria-label=t::reveal_whose(locale, &application.name)>
                        <Icon symbol=Symbol::Eye/> {t::reveal(locale)}
                    </button>
                </form>
            </dd>
        </div>
    }
}

fn invitation(newest: &Secret, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let last = newest
        .last_revealed_at
        .map(|at| t::last_revealed(locale, time::date_time(at, visit)));
    let end = newest
        .expires_at
        .map(|end| secrets::expires_on(locale, time::date_time(end, visit)));
    view! { <p class="soft small">{t::reveal_first(locale)} " " {last} " " {end}</p> }
}

#[component]
fn NoKeys(group: GroupId, id: ApplicationId, locale: Locale) -> impl IntoView {
    let make = routes::fill(routes::SECRETS, &[&group, &id]);
    let content = view! {
        <p>{secrets::none(locale)}</p>
        <div class="actions"><a class="btn btn--small" href=make>{secrets::make_key(locale)}</a></div>
    };
    view! { <Notice kind=NoticeKind::Bad title=secrets::none_title(locale) content/> }
}
