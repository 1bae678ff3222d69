//! The keys for the sandbox, shown to whoever asks by a form.

use axum::response::Response;
use domain::{
    credentials,
    groups::GroupRight,
    ids::{ApplicationId, GroupId},
    requests,
};
use leptos::prelude::*;
use locales::{Locale, applications as words, sandbox_keys as t};
use serde::Deserialize;

use super::{
    application::DisplayedKeys,
    group::{GroupContent, GroupPage},
};
use crate::{
    components::test_keys::path,
    forms::{HiddenField, PasswordPrompt, PendingForm},
    pages::request::request_page,
    routes,
    web::{
        Access::Member, Ids, Page, PageError, PostedForm, Site, Visit, request_path, see_other,
        ticket_path,
    },
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::SANDBOX_KEYS, back)
        .post(Member, routes::SANDBOX_KEYS, reveal)
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
            (vec![], ticket_path(group, id))
        } else {
            let done = HiddenField {
                name: "pronto",
                value: self.pronto.clone(),
            };
            (vec![done], request_path(id.request()))
        };
        PendingForm {
            what: t::text(locale),
            action: path(group, id),
            fields,
            cancel,
        }
    }
}

/// The page that was asked from, with the keys.
async fn reveal(
    mut visit: Visit,
    Ids((group, id)): Ids<(GroupId, ApplicationId)>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Page, PageError> {
    let application = requests::find_application(&visit.scope, visit.catalogue(), id).await?;
    let application = application.filter(|it| it.group_id == group && it.may(GroupRight::UseKeys));
    let application = application.ok_or(PageError::NotFound)?;
    if let Some(prompt) = PasswordPrompt::unless_given(&mut visit, form.current.as_deref()).await? {
        return Ok(prompt.page(&visit, &form.pending(group, id, visit.locale)));
    }
    let revealed = credentials::sandbox_keys(&visit.scope, visit.vault(), id).await?;
    let page = if form.pronto.is_empty() {
        let page = GroupPage::with(&visit, group, id).await?;
        let title = words::keys_of(visit.locale, &application.name);
        let shown = DisplayedKeys::Sandbox(&revealed);
        Page::new(&visit, title, || {
            view! { <GroupContent page=&page unfolded=Some(id) shown=Some(shown) visit=&visit/> }
        })
    } else {
        let inquiries = requests::inquiries(&visit.scope, application.id).await?;
        request_page(&visit, &application, &inquiries, Some(&revealed))
    };
    Ok(page.secret())
}

/// For those who come by its address: from a bookmark, or after a change of language.
async fn back(Ids((group, id)): Ids<(GroupId, ApplicationId)>) -> Response {
    see_other(&ticket_path(group, id))
}
