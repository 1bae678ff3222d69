//! One permission group: the company it is of, and its applications.

use axum::extract::Query;
use domain::{
    Cursor, credentials,
    groups::{self, Group, GroupRight, MemberRole},
    ids::{ApplicationId, GroupId},
    requests, usage,
};
use leptos::prelude::*;
use locales::{Locale, applications as t, layout, number, terms, usage as used, webhooks};
use serde::Deserialize;

use super::application::{ApplicationTicket, DisplayedKeys, Ticket};
use crate::{
    components::{Breadcrumbs, Crumb, Fact, GroupFacts, LargeIcon, Pagination, Symbol},
    pages::{group_address, team::team_nav},
    routes,
    web::{Ids, Page, PageError, Visit},
};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct GroupQuery {
    /// The application that is unfolded.
    aplicacao: String,
    /// Where the page starts.
    depois: String,
}

/// What the page of a group shows.
pub(super) struct GroupPage {
    pub group: Group,
    pub members: u64,
    /// The reader's.
    role: MemberRole,
    pub tickets: Vec<Ticket>,
    /// Where the page started, and where the next one does.
    place: (Option<Cursor>, Option<Cursor>),
}

impl GroupPage {
    /// The page with an application of it.
    pub(super) async fn with(
        visit: &Visit,
        id: GroupId,
        application: ApplicationId,
    ) -> Result<Self, PageError> {
        Self::load(visit, id, None, Some(application)).await
    }

    async fn load(
        visit: &Visit,
        id: GroupId,
        after: Option<Cursor>,
        shown: Option<ApplicationId>,
    ) -> Result<Self, PageError> {
        let (scope, catalogue) = (&visit.scope, visit.catalogue());
        let group = groups::find_with_members(scope, id).await?;
        let role = groups::own_role(scope, id).await?;
        let shown = shown.map(ApplicationId::request);
        let page = requests::page_of_group(scope, catalogue, id, after, shown).await?;
        let found = group.zip(role).zip(page);
        let (((group, members), role), page) = found.ok_or(PageError::NotFound)?;
        let mut quotas = usage::quotas_of(scope, &page.items).await?;
        let mut keys = credentials::keys_of(scope, &page.items).await?;
        let tickets = page.items.into_iter().map(|application| Ticket {
            quota: quotas.remove(&application.application_id),
            keys: keys.remove(&application.application_id),
            application,
        });
        Ok(Self {
            group,
            members,
            role,
            tickets: tickets.collect(),
            place: (after, page.next),
        })
    }

    /// The ticket of the application of an address, if it is one of this group.
    pub(super) fn ticket(&self, id: ApplicationId) -> Result<&Ticket, PageError> {
        let mut tickets = self.tickets.iter();
        tickets
            .find(|ticket| ticket.application.application_id == id)
            .ok_or(PageError::NotFound)
    }
}

pub(super) async fn show(
    visit: Visit,
    Ids(id): Ids<GroupId>,
    Query(place): Query<GroupQuery>,
) -> Result<Page, PageError> {
    let (unfolded, after) = (place.aplicacao.parse().ok(), place.depois.parse().ok());
    let page = GroupPage::load(&visit, id, after, unfolded).await?;
    let name = page.group.name.clone();
    Ok(Page::new(&visit, name, || {
        view! { <GroupContent page=&page unfolded shown=None visit=&visit/> }
    }))
}

/// The page's content, with one application unfolded and perhaps keys of it shown.
#[component]
pub(super) fn GroupContent<'a>(
    page: &'a GroupPage,
    unfolded: Option<ApplicationId>,
    shown: Option<DisplayedKeys<'a>>,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let name = &page.group.name;
    let crumbs = vec![Crumb::new(
        routes::APPLICATIONS,
        layout::my_applications(locale),
    )];
    let use_of_all = routes::fill(routes::GROUP_USE, &[&page.group.id]);
    let told = page.role.may(GroupRight::SeeWebhooks).then(|| {
        let href = routes::fill(routes::GROUP_WEBHOOKS, &[&page.group.id]);
        view! { <a class="btn btn--quiet" href=href>{webhooks::title(locale)}</a> }
    });
    let asks = page.role.may(GroupRight::Request).then(|| {
        view! { <a class="btn" href=routes::CATALOGUE>{t::request_api(locale)}</a> }
    });
    let alone = page.tickets.len() == 1 && page.place == (None, None);
    let home = routes::fill(routes::GROUP, &[&page.group.id]);
    let next = page.place.1.map(|cursor| format!("{home}?depois={cursor}"));
    let first = page.place.0.map(|_| home);
    let tickets = page.tickets.iter().map(|it| {
        let this = unfolded == Some(it.application.application_id);
        view! { <ApplicationTicket ticket=it open=alone || this shown=shown.filter(|_| this) visit/> }
    });
    view! {
        <Breadcrumbs locale crumbs here=name.clone()/>
        <header class="page-head">
            <div><h1>{name.clone()}</h1></div>
            <div class="actions">
                <a class="btn btn--quiet" href=use_of_all>{used::title(locale)}</a>
                {told}
                {asks}
            </div>
        </header>
        {team_nav(page.group.id, page.role, routes::GROUP, locale)}
        <div class="columns">
            <div class="stack">
                <group_address::UnconfirmedAddress group=&page.group locale/>
                {page.tickets.is_empty().then(|| empty_group(locale))}
                {tickets.collect_view()}
                <Pagination locale first next/>
            </div>
            <aside aria-label=terms::group(locale)>{group_panel(page, locale)}</aside>
        </div>
    }
}

fn group_panel(page: &GroupPage, locale: Locale) -> impl IntoView + use<> {
    let people = routes::fill(routes::MEMBERS, &[&page.group.id]);
    view! {
        <section class="panel">
            <h2>{terms::group(locale)}</h2>
            <dl class="facts">
                <GroupFacts group=&page.group locale/>
                <Fact name=t::members(locale) value=view! {
                    <a href=people>{number::count(page.members, locale)}</a>
                }/>
            </dl>
        </section>
    }
}

fn empty_group(locale: Locale) -> impl IntoView {
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::Ticket/>
            <h2>{t::group_empty_title(locale)}</h2>
            <p>{t::group_empty(locale)}</p>
        </div>
    }
}
