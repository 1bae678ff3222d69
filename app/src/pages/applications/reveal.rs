//! Showing a secret key: asked for by a form, so that nobody does it by following a link.

use axum::response::Response;
use domain::{
    credentials,
    ids::{ApplicationId, GroupId, SecretId},
    requests::RequestView,
};
use leptos::prelude::*;
use locales::{applications as t, common, confirmation};
use serde::Deserialize;

use super::{
    application::{DisplayedKeys, Ticket},
    group::{GroupContent, GroupPage},
};
use crate::{
    components::{Icon, Symbol},
    forms::{PasswordPrompt, PasswordPromptFields},
    routes,
    web::{Access::Member, Ids, Page, PageError, PostedForm, Site, Visit, see_other, ticket_path},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::REVEAL, back)
        .post(Member, routes::REVEAL, reveal)
}

/// Where the form goes. The browser then shows the key, or puts the cursor into the field in its
/// place where the password is to be given first.
pub(super) fn path(group: GroupId, application: ApplicationId) -> String {
    let path = routes::fill(routes::REVEAL, &[&group, &application]);
    format!("{path}#{}", secret_key_id(application))
}

/// Where a secret key is shown.
pub(super) fn secret_key_id(application: ApplicationId) -> String {
    format!("chave-secreta-{application}")
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    /// Which of the secret keys; the newest when it is none in particular.
    secret: String,
    /// The password, where it was asked for.
    current: Option<String>,
}

/// A secret key that is shown once the password was given.
#[derive(Clone, Copy)]
pub(super) struct LockedKey {
    pub secret: SecretId,
    pub prompt: PasswordPrompt,
}

/// The same page of the group, with a secret key of one of its applications.
async fn reveal(
    mut visit: Visit,
    Ids((group, id)): Ids<(GroupId, ApplicationId)>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Page, PageError> {
    let group = GroupPage::with(&visit, group, id).await?;
    let Ticket {
        application, keys, ..
    } = group.ticket(id)?;
    let newest = keys.as_ref().and_then(|keys| keys.secrets.first());
    let newest = newest.map(|secret| secret.id);
    let secret = form.secret.parse().ok().or(newest);
    let secret = secret.ok_or(PageError::NotFound)?;
    if let Some(prompt) = PasswordPrompt::unless_given(&mut visit, form.current.as_deref()).await? {
        let shown = DisplayedKeys::Locked(LockedKey { secret, prompt });
        return Ok(prompt.answer(page(&visit, &group, application, shown)));
    }
    let revealed = credentials::reveal(
        &visit.scope,
        visit.vault(),
        application.application_id,
        secret,
    )
    .await?;
    Ok(page(&visit, &group, application, DisplayedKeys::Keys(&revealed)).secret())
}

fn page(
    visit: &Visit,
    group: &GroupPage,
    application: &RequestView,
    shown: DisplayedKeys<'_>,
) -> Page {
    let title = t::keys_of(visit.locale, &application.name);
    Page::new(visit, title, || {
        view! {
            <GroupContent
                page=group unfolded=Some(application.application_id) shown=Some(shown) visit
            />
        }
    })
}

/// In place of a secret key: the password, once more.
#[component]
pub(super) fn RevealConfirmation<'a>(
    awaited: LockedKey,
    group: GroupId,
    application: ApplicationId,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let action = path(group, application);
    view! {
        <form class="form" method="post" action=action novalidate>
            <h3>{confirmation::title(locale)}</h3>
            <input type="hidden" name="secret" value=awaited.secret.to_string()/>
            <PasswordPromptFields prompt=awaited.prompt id=secret_key_id(application) visit/>
            <div class="actions">
                <button class="btn"><Icon symbol=Symbol::Eye/> {t::reveal(locale)}</button>
                <a class="btn btn--quiet" href=ticket_path(group, application)>{common::cancel(locale)}</a>
            </div>
        </form>
    }
}

/// For those who come by its address: from a bookmark, or after a change of language.
async fn back(Ids((group, id)): Ids<(GroupId, ApplicationId)>) -> Response {
    see_other(&ticket_path(group, id))
}
