//! The keys of an approved application; the secret one hidden until it is asked for.

use domain::{
    applications::ApplicationView,
    credentials::{PublicKey, Revealed},
    ids::{ApplicationId, GroupId},
};
use leptos::prelude::*;
use locales::{Locale, applications as t, common};

use super::reveal;
use crate::{
    components::{Icon, icon, time},
    islands::{CopyButton, CredentialReceipt},
    routes,
    web::Visit,
};

const DOTS: &str = "••••••••••••••••••••••••";

pub(super) fn keys(
    application: &ApplicationView,
    revealed: Option<&Revealed>,
    visit: &Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let id = application.id;
    let group = application.group_id?;
    let public = application.public_key.as_ref().map(PublicKey::to_string)?;
    let (secret, below) = match revealed {
        Some(revealed) => (
            key(
                "chave-secreta",
                t::secret_key(locale),
                revealed.secret_key.expose().to_owned(),
                id,
                locale,
            )
            .into_any(),
            receipt(revealed, group, id, visit).into_any(),
        ),
        None => (
            hidden(application, group, locale).into_any(),
            invitation(application, visit).into_any(),
        ),
    };
    Some(view! {
        <dl class="keys">{key("chave-publica", t::public_key(locale), public, id, locale)} {secret}</dl>
        {below}
    })
}

fn key(
    kind: &'static str,
    name: &'static str,
    value: String,
    application: ApplicationId,
    locale: Locale,
) -> impl IntoView {
    let id = format!("{kind}-{application}");
    view! {
        <div class="key">
            <dt>{name}</dt>
            <dd class="key__value" id=id.clone()>{value}</dd>
            <dd class="key__action"><CopyButton locale source=id label=common::copy_what(locale, name)/></dd>
        </div>
    }
}

fn hidden(application: &ApplicationView, group: GroupId, locale: Locale) -> impl IntoView + use<> {
    let action = reveal::path(group, application.id);
    view! {
        <div class="key">
            <dt>{t::secret_key(locale)}</dt>
            <dd class="key__value key__value--hidden">
                <span aria-hidden="true">{DOTS}</span>
                <span class="visually-hidden">{t::hidden(locale)}</span>
            </dd>
            <dd class="key__action">
                <form method="post" action=action>
                    <button class="btn btn--quiet btn--small" aria-label=t::reveal_whose(locale, &application.name)>
                        {icon(Icon::Eye)} {t::reveal(locale)}
                    </button>
                </form>
            </dd>
        </div>
    }
}

fn invitation(application: &ApplicationView, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let last = application
        .last_revealed_at
        .map(|at| t::last_revealed(locale, time::date_time(at, visit)));
    view! { <p class="soft small">{t::reveal_first(locale)} " " {last}</p> }
}

fn receipt(
    revealed: &Revealed,
    group: GroupId,
    id: ApplicationId,
    visit: &Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let token_url = format!("{}{}", visit.app.portal.settings.public_url, routes::TOKEN);
    view! {
        <CredentialReceipt
            locale public_key=revealed.public_key.to_string() secret_key=revealed.secret_key.expose().to_owned()
            token_url
        />
        <p class="soft small">
            {t::revealed(locale)} " " <a href=reveal::unfolded(group, id)>{t::hide(locale)}</a>
        </p>
    }
}
