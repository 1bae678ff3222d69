//! The keys for the sandbox: offered while a request waits, shown to whoever asks by a form.

use axum::{extract::Path, response::Response};
use domain::{
    applications::{self, ApplicationView, State},
    credentials::{self, RevealedKeys},
    groups,
    ids::{ApplicationId, GroupId},
};
use leptos::prelude::*;
use locales::{Locale, applications as words, sandbox_keys as t};
use serde::Deserialize;

use super::{
    application::DisplayedKeys,
    group::{GroupPage, content},
    keys::{key, receipt},
    reveal::unfolded,
};
use crate::{
    components::{Icon, icon},
    forms::{PasswordPrompt, PendingForm},
    pages::request::{done_page, done_path},
    routes,
    web::{Access::Member, Page, PageError, Posted, Site, Visit, see_other},
};

/// Where the test values stand on the page of an API.
const TEST_VALUES: &str = "valores-de-teste";

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::SANDBOX_KEYS, back)
        .post(Member, routes::SANDBOX_KEYS, reveal)
}

/// The page that asks for the keys and then shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeysPage {
    Ticket,
    /// The page that says what became of a request.
    Done,
}

/// What the keys are for, and the keys once they were asked for; nothing where no sandbox is.
pub fn section(
    application: &ApplicationView,
    revealed: Option<&RevealedKeys>,
    place: KeysPage,
    visit: &Visit,
) -> Option<impl IntoView + use<>> {
    let locale = visit.locale;
    let group = application.group_id?;
    application.api.sandbox.as_ref()?;
    let (title, text) = if application.state == State::Pending {
        (t::waiting_title(locale), t::waiting(locale))
    } else {
        (t::title(locale), t::text(locale))
    };
    let id = format!("teste-{}", application.id);
    let keys = match revealed {
        Some(revealed) => shown(application, group, revealed, place, visit).into_any(),
        None => offer(application, group, place, locale).into_any(),
    };
    Some(view! {
        <section class="stack" aria-labelledby=id.clone()>
            <div class="stack stack--tight">
                <h3 id=id.clone()>{title}</h3>
                <p>{text}</p>
            </div>
            {keys}
        </section>
    })
}

/// A form that asks for the keys, and what else there is to try.
fn offer(
    application: &ApplicationView,
    group: GroupId,
    place: KeysPage,
    locale: Locale,
) -> impl IntoView + use<> {
    view! {
        <div class="row">
            {try_it(application, group, locale)}
            {form(application, group, place, locale)}
            {test_values(application, locale)}
        </div>
    }
}

/// These keys are what the portal tries with while the request waits; afterwards it takes the
/// application's own.
fn try_it(application: &ApplicationView, group: GroupId, locale: Locale) -> impl IntoView + use<> {
    let href = routes::fill(routes::TRY, &[&group, &application.id]);
    (application.state == State::Pending)
        .then(|| view! { <a class="btn btn--small" href=href>{words::try_it(locale)}</a> })
}

/// The button that shows the keys; the browser then goes to where they stand.
pub(super) fn form(
    application: &ApplicationView,
    group: GroupId,
    place: KeysPage,
    locale: Locale,
) -> impl IntoView + use<> {
    let id = application.id;
    let done =
        (place == KeysPage::Done).then(|| view! { <input type="hidden" name="pronto" value="1"/> });
    view! {
        <form method="post" action=path(group, id)>
            {done}
            <button class="btn btn--quiet btn--small">{icon(Icon::Eye)} {t::reveal(locale)}</button>
        </form>
    }
}

fn test_values(application: &ApplicationView, locale: Locale) -> impl IntoView + use<> {
    let api = routes::fill(routes::API, &[&application.api.slug]);
    application.api.published.then(|| {
        view! { <a class="btn btn--quiet btn--small" href=format!("{api}#{TEST_VALUES}")>{t::values(locale)}</a> }
    })
}

fn shown(
    application: &ApplicationView,
    group: GroupId,
    revealed: &RevealedKeys,
    place: KeysPage,
    visit: &Visit,
) -> impl IntoView + use<> {
    let (id, locale) = (application.id, visit.locale);
    let public = revealed.public_key.to_string();
    let secret = revealed.secret_key.expose().to_owned();
    let hide = match place {
        KeysPage::Ticket => unfolded(group, id),
        KeysPage::Done => done_path(id),
    };
    view! {
        <dl class="keys">
            {key(format!("chave-publica-de-teste-{id}"), t::public_key(locale), None, public, locale)}
            {key(format!("chave-secreta-de-teste-{id}"), t::secret_key(locale), None, secret, locale)}
        </dl>
        {receipt(revealed, visit)}
        <p class="soft small">{words::revealed(locale)} " " <a href=hide>{t::hide(locale)}</a></p>
        <div class="row">
            {try_it(application, group, locale)}
            {test_values(application, locale)}
        </div>
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    /// Not empty where the form stands on the page of the request.
    pronto: String,
    /// The password, where it was asked for.
    current: Option<String>,
}

impl Form {
    fn pending(&self, group: GroupId, id: ApplicationId, locale: Locale) -> PendingForm {
        let (fields, cancel) = if self.pronto.is_empty() {
            (vec![], unfolded(group, id))
        } else {
            (vec![("pronto", self.pronto.clone())], done_path(id))
        };
        PendingForm {
            what: t::text(locale),
            action: path(group, id),
            fields,
            cancel,
        }
    }
}

/// Where the form goes; the browser then goes to where the keys stand.
fn path(group: GroupId, id: ApplicationId) -> String {
    let path = routes::fill(routes::SANDBOX_KEYS, &[&group, &id]);
    format!("{path}#teste-{id}")
}

/// The page that was asked from, with the keys. Who left the group since has that of the request.
async fn reveal(
    mut visit: Visit,
    Path((group, id)): Path<(String, String)>,
    Posted(form): Posted<Form>,
) -> Result<Page, PageError> {
    let (group_id, id) = ids(&group, &id)?;
    let application = applications::find(&visit.scope, visit.catalogue(), id).await?;
    let application = application.filter(|it| it.group_id == Some(group_id));
    let application = application.ok_or(PageError::NotFound)?;
    if let Some(prompt) = PasswordPrompt::unless_given(&mut visit, form.current.as_deref()).await? {
        return Ok(prompt.page(&visit, &form.pending(group_id, id, visit.locale)));
    }
    let revealed = credentials::sandbox_keys(&visit.scope, visit.vault(), id).await?;
    let member = groups::find(&visit.scope, group_id).await?.is_some();
    let page = if form.pronto.is_empty() && member {
        let page = GroupPage::with(&visit, &group, id).await?;
        let title = words::keys_of(visit.locale, &application.name);
        let shown = DisplayedKeys::Sandbox(&revealed);
        Page::new(&visit, title, || {
            content(&page, Some(id), Some(shown), &visit)
        })
    } else {
        done_page(&visit, &application, Some(&revealed))
    };
    Ok(page.secret())
}

/// For those who come by its address: from a bookmark, or after a change of language.
async fn back(
    visit: Visit,
    Path((group, id)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (group, id) = ids(&group, &id)?;
    let member = groups::find(&visit.scope, group).await?.is_some();
    let page = if member {
        unfolded(group, id)
    } else {
        done_path(id)
    };
    Ok(see_other(&page))
}

fn ids(group: &str, application: &str) -> Result<(GroupId, ApplicationId), PageError> {
    let group = group.parse().map_err(|_| PageError::NotFound)?;
    let application = application.parse().map_err(|_| PageError::NotFound)?;
    Ok((group, application))
}
