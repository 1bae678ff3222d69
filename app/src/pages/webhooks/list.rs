//! The webhooks of a group, and those of the portal.

use domain::{
    ids::GroupId,
    webhooks::{self, MAX_WEBHOOKS, Webhook, WebhookOwner},
};
use leptos::prelude::*;
use locales::{Locale, number, webhooks as t};

use super::{
    ADMINISTRATOR,
    place::{Above, Depth, Place},
    verify::{ANCHOR, Verification},
    words::{WebhookState, events_in_short, short},
};
use crate::{
    components::{LargeIcon, Symbol, Time},
    routes,
    web::{Access::Member, Ids, Page, PageError, Site, Visit},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::GROUP_WEBHOOKS, of_group).get(
        ADMINISTRATOR,
        routes::PORTAL_WEBHOOKS,
        of_portal,
    )
}

async fn of_group(visit: Visit, Ids(id): Ids<GroupId>) -> Result<Page, PageError> {
    show(&visit, WebhookOwner::Group(id)).await
}

async fn of_portal(visit: Visit) -> Result<Page, PageError> {
    show(&visit, WebhookOwner::Portal).await
}

async fn show(visit: &Visit, owner: WebhookOwner) -> Result<Page, PageError> {
    let place = Place::load(visit, owner).await?;
    let webhooks = webhooks::list(&visit.scope, owner).await?;
    let locale = visit.locale;
    let title = match &place.group {
        Some(group) => t::title_of(locale, &group.name),
        None => t::title(locale).to_owned(),
    };
    Ok(Page::new(visit, title, || {
        let list = if webhooks.is_empty() {
            none(locale).into_any()
        } else {
            table(&webhooks, visit).into_any()
        };
        let is_full = webhooks.len() as u64 >= MAX_WEBHOOKS;
        view! {
            <Above place=&place depth=Depth::List here=t::title(locale) visit/>
            <ListHead place=&place is_full locale/>
            {list}
            <Verification visit/>
        }
    }))
}

#[component]
fn ListHead<'a>(place: &'a Place, is_full: bool, locale: Locale) -> impl IntoView + use<> {
    let (lead, note) = match (&place.group, place.may_change) {
        (Some(_), true) => (t::group_lead(locale), None),
        (Some(_), false) => (
            t::group_lead(locale),
            Some(t::owners_only(locale).to_owned()),
        ),
        (None, _) => (t::portal_lead(locale), None),
    };
    let full = is_full && place.may_change;
    let note = note.or_else(|| full.then(|| t::full(locale, number::count(MAX_WEBHOOKS, locale))));
    let new = (place.may_change && !is_full).then(|| {
        view! {
            <div class="actions">
                <a class="btn" href=place.new_address()>{t::new(locale)}</a>
            </div>
        }
    });
    view! {
        <header class="page-head">
            <div>
                <h1>{t::title(locale)}</h1>
                <p class="page-head__lead">{lead}</p>
            </div>
            {new}
        </header>
        {note.map(|note| view! { <p class="soft">{note}</p> })}
    }
}

fn none(locale: Locale) -> impl IntoView {
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::Link/>
            <h2>{t::none_title(locale)}</h2>
            <p>{t::none(locale)}</p>
            <div class="actions">
                <a class="btn btn--quiet" href=format!("#{ANCHOR}")>{t::how_to_verify(locale)}</a>
            </div>
        </div>
    }
}

fn table(webhooks: &[Webhook], visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let rows = webhooks.iter().map(|webhook| row(webhook, visit));
    view! {
        <table class="table">
            <caption class="visually-hidden">{t::title(locale)}</caption>
            <thead><tr>
                <th scope="col">{t::webhook(locale)}</th>
                <th scope="col">{t::events(locale)}</th>
                <th scope="col">{t::state(locale)}</th>
                <th scope="col">{t::last_delivery(locale)}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn row(webhook: &Webhook, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let href = routes::fill(routes::WEBHOOK, &[&webhook.id]);
    let last = match webhook.delivered_at {
        Some(at) => view! { <Time at visit/> }.into_any(),
        None => t::never(locale).into_any(),
    };
    view! {
        <tr>
            <td class="table__title webhook__address">
                <a href=href translate="no">{short(webhook).to_owned()}</a>
            </td>
            <td data-label=t::events(locale)>{events_in_short(webhook, locale)}</td>
            <td data-label=t::state(locale)><WebhookState webhook visit/></td>
            <td data-label=t::last_delivery(locale)>{last}</td>
        </tr>
    }
}
