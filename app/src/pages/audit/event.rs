//! One event of the trail, and its place in the chain.

use domain::{
    audit::{self, AuditEvent, ChainPlace},
    ids::AuditEventId,
};
use leptos::prelude::*;
use locales::{Locale, audit as t};

use super::{ADMINISTRATOR, subject_kind, what, who};
use crate::{
    components::{
        AdministrationNav, Breadcrumbs, Crumb, Fact, MachineFact, Notice, NoticeKind, PageHead,
        Time,
    },
    routes,
    web::{Ids, Page, PageError, Site, Visit},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::AUDIT_EVENT, show)
}

async fn show(visit: Visit, Ids(id): Ids<AuditEventId>) -> Result<Page, PageError> {
    let found = audit::event(&visit.scope, id).await?;
    let (event, place) = found.ok_or(PageError::NotFound)?;
    let locale = visit.locale;
    let title = what(&event, locale);
    Ok(Page::new(&visit, title, || {
        view! {
            <AdministrationNav visit=&visit/>
            <Breadcrumbs locale crumbs=vec![Crumb::new(routes::AUDIT, t::title(locale))] here=title/>
            <PageHead title/>
            <dl class="facts">{facts(&event, &visit)}</dl>
            <h2>{t::chain(locale)}</h2>
            {chain(place, &visit)}
        }
    }))
}

fn facts(event: &AuditEvent, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let optional = |name: &'static str, value: Option<String>| {
        value.map(|value| view! { <MachineFact name value/> })
    };
    let subject = format!(
        "{} {}",
        subject_kind(&event.subject_kind, locale),
        event.subject_id
    );
    let name = event.action_name().to_owned();
    view! {
        <Fact name=t::at(locale) value=view! { <Time at=event.at visit/> }/>
        <Fact name=t::actor(locale) value=actor(event, locale)/>
        {optional(t::actor_id(locale), event.actor_id.map(|id| id.to_string()))}
        {optional(t::client(locale), event.client_id.map(|id| id.to_string()))}
        <MachineFact name=t::action(locale) value=name/>
        <MachineFact name=t::subject(locale) value=subject/>
        {optional(t::details(locale), event.details.clone())}
        {optional(t::address(locale), event.address.clone())}
        {optional(t::request_id(locale), event.request_id.clone())}
        <MachineFact name=t::event_id(locale) value=event.id.to_string()/>
    }
}

fn actor(event: &AuditEvent, locale: Locale) -> String {
    let name = who(event, locale);
    match &event.actor_email {
        Some(email) => format!("{name}, {email}"),
        None => name,
    }
}

fn chain(place: Option<ChainPlace>, visit: &Visit) -> AnyView {
    let locale = visit.locale;
    let Some(place) = place else {
        return view! { <p class="soft">{t::not_sealed(locale)}</p> }.into_any();
    };
    let erased = place.is_erased.then(|| {
        let text = view! { <p>{t::erased(locale)}</p> };
        view! { <Notice kind=NoticeKind::Info title=t::erased_title(locale) content=text/> }
    });
    view! {
        {erased}
        <dl class="facts">
            <MachineFact name=t::number(locale) value=place.number.to_string()/>
            <Fact name=t::sealed_at(locale) value=view! { <Time at=place.sealed_at visit/> }/>
            <MachineFact name=t::hash(locale) value=place.hash/>
        </dl>
        <p class="soft small">{t::verify_hint(locale)}</p>
    }
    .into_any()
}
