//! One permission group: the company it is of, and its applications.

use std::collections::HashMap;

use axum::extract::{Path, Query};
use domain::{
    Scope,
    applications::{self, ApplicationView},
    groups::{self, Group},
    ids::{ApplicationId, GroupId},
    usage::{self, QuotaView},
};
use leptos::prelude::*;
use locales::{Locale, applications as t, layout, number, terms, usage as used};
use serde::Deserialize;

use super::application::{Shown, ticket};
use crate::{
    components::{Icon, breadcrumbs, facts, large_icon},
    pages::group_address,
    routes,
    web::{Page, PageError, Visit},
};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Unfolded {
    aplicacao: String,
}

/// What the page of a group shows.
pub(super) struct GroupPage {
    pub group: Group,
    pub members: u64,
    pub applications: Vec<ApplicationView>,
    pub quotas: HashMap<ApplicationId, QuotaView>,
}

impl GroupPage {
    pub(super) async fn load(scope: &Scope, id: &str) -> Result<Self, PageError> {
        let id: GroupId = id.parse().map_err(|_| PageError::NotFound)?;
        let group = groups::find_with_members(scope, id).await?;
        let applications = applications::of_group(scope, id).await?;
        let ((group, members), applications) =
            group.zip(applications).ok_or(PageError::NotFound)?;
        Ok(Self {
            group,
            members,
            quotas: usage::quotas_of(scope, &applications).await?,
            applications,
        })
    }

    /// The application of an address, if it is one of this group.
    pub(super) fn application(&self, id: &str) -> Result<&ApplicationView, PageError> {
        let id: ApplicationId = id.parse().map_err(|_| PageError::NotFound)?;
        let mut applications = self.applications.iter();
        applications
            .find(|application| application.id == id)
            .ok_or(PageError::NotFound)
    }
}

pub(super) async fn show(
    visit: Visit,
    Path(id): Path<String>,
    Query(unfolded): Query<Unfolded>,
) -> Result<Page, PageError> {
    let page = GroupPage::load(&visit.scope, &id).await?;
    let name = page.group.name.clone();
    Ok(Page::new(&visit, name, || {
        content(&page, unfolded.aplicacao.parse().ok(), None, &visit)
    }))
}

/// The page's content, with one application unfolded and perhaps keys of it shown.
pub(super) fn content(
    page: &GroupPage,
    unfolded: Option<ApplicationId>,
    shown: Option<Shown<'_>>,
    visit: &Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let name = &page.group.name;
    let way = vec![(
        routes::APPLICATIONS.to_owned(),
        layout::my_applications(locale).to_owned(),
    )];
    let use_of_all = routes::fill(routes::GROUP_USE, &[&page.group.id]);
    let alone = page.applications.len() == 1;
    let tickets = page.applications.iter().map(|application| {
        let this = unfolded == Some(application.id);
        let quota = page.quotas.get(&application.id);
        ticket(
            application,
            quota,
            alone || this,
            shown.filter(|_| this),
            visit,
        )
    });
    view! {
        {breadcrumbs(locale, way, name.clone())}
        <header class="page-head">
            <div><h1>{name.clone()}</h1></div>
            <div class="actions">
                <a class="btn btn--quiet" href=use_of_all>{used::title(locale)}</a>
                <a class="btn" href=routes::CATALOGUE>{t::request_api(locale)}</a>
            </div>
        </header>
        <div class="columns">
            <div class="stack">
                {group_address::unconfirmed(&page.group, locale)}
                {page.applications.is_empty().then(|| nothing_yet(locale))}
                {tickets.collect_view()}
            </div>
            <aside aria-label=terms::group(locale)>{about(page, locale)}</aside>
        </div>
    }
}

fn about(page: &GroupPage, locale: Locale) -> impl IntoView + use<> {
    view! {
        <section class="panel">
            <h2>{terms::group(locale)}</h2>
            <dl class="facts">
                {facts::group_facts(&page.group, locale)}
                {facts::fact(t::members(locale), number::count(page.members, locale))}
            </dl>
        </section>
    }
}

fn nothing_yet(locale: Locale) -> impl IntoView {
    view! {
        <div class="empty">
            {large_icon(Icon::Ticket)}
            <h2>{t::group_empty_title(locale)}</h2>
            <p>{t::group_empty(locale)}</p>
        </div>
    }
}
