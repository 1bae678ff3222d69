//! What was sent to a webhook, the latest first.

use domain::{
    Cursor, Page as Rows,
    webhooks::{Delivery, DeliveryState, Webhook},
};
use leptos::prelude::*;
use locales::{Locale, number, webhook_log as t};
use serde::Deserialize;

use super::words::DeliveryStamp;
use crate::{
    components::{LocalNav, NavLink, Pagination, Time, event_name},
    routes,
    web::Visit,
};

/// Which deliveries are asked for, as the address says it.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Filter {
    #[serde(rename = "estado")]
    state: String,
    /// Where the page starts.
    #[serde(rename = "depois")]
    after: String,
}

/// The states in addresses.
const STATES: [(DeliveryState, &str); 3] = [
    (DeliveryState::Pending, "a-caminho"),
    (DeliveryState::Delivered, "entregues"),
    (DeliveryState::GivenUp, "nao-entregues"),
];

impl Filter {
    pub fn state(&self) -> Option<DeliveryState> {
        let mut states = STATES.iter();
        let found = states.find(|(_, name)| *name == self.state);
        found.map(|(state, _)| *state)
    }

    pub fn cursor(&self) -> Option<Cursor> {
        self.after.parse().ok()
    }
}

/// The log in one state or in all.
fn address(webhook: &Webhook, state: Option<DeliveryState>) -> String {
    let page = routes::fill(routes::WEBHOOK, &[&webhook.id]);
    let mut states = STATES.iter();
    match states.find(|(it, _)| Some(*it) == state) {
        Some((_, name)) => format!("{page}?estado={name}"),
        None => page,
    }
}

const fn state_name(state: DeliveryState, locale: Locale) -> &'static str {
    match state {
        DeliveryState::Pending => t::pending(locale),
        DeliveryState::Delivered => t::delivered(locale),
        DeliveryState::GivenUp => t::given_up(locale),
    }
}

#[component]
pub(super) fn DeliveryList<'a>(
    log: &'a Rows<Delivery>,
    filter: &'a Filter,
    webhook: &'a Webhook,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let wanted = filter.state();
    let here = address(webhook, wanted);
    let joint = if wanted.is_some() { '&' } else { '?' };
    let next = log
        .next
        .map(|cursor| format!("{here}{joint}depois={cursor}"));
    let first = filter.cursor().map(|_| here);
    let all = NavLink::new(address(webhook, None), t::all(locale)).current(wanted.is_none());
    let states = STATES.iter().map(|(state, _)| {
        let link = NavLink::new(address(webhook, Some(*state)), state_name(*state, locale));
        link.current(wanted == Some(*state))
    });
    let links: Vec<_> = std::iter::once(all).chain(states).collect();
    let list = if log.items.is_empty() {
        view! { <p class="soft">{t::no_deliveries(locale)}</p> }.into_any()
    } else {
        table(&log.items, visit).into_any()
    };
    view! {
        <section class="section" id="entregas">
            <h2>{t::log(locale)}</h2>
            <p class="soft">{t::log_lead(locale)}</p>
            <LocalNav label=t::filter(locale) links/>
            {list}
            <Pagination locale first next/>
        </section>
    }
}

fn table(deliveries: &[Delivery], visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let rows = deliveries.iter().map(|delivery| row(delivery, visit));
    view! {
        <table class="table">
            <caption class="visually-hidden">{t::log(locale)}</caption>
            <thead><tr>
                <th scope="col">{t::event(locale)}</th>
                <th scope="col">{t::when(locale)}</th>
                <th scope="col">{t::state(locale)}</th>
                <th scope="col">{t::attempts(locale)}</th>
                <th scope="col">{t::next_attempt(locale)}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn row(delivery: &Delivery, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let href = routes::fill(routes::WEBHOOK_DELIVERY, &[&delivery.webhook, &delivery.id]);
    let next = delivery.next_attempt_at;
    view! {
        <tr>
            <td class="table__title"><a href=href>{event_name(delivery.event, locale)}</a></td>
            <td data-label=t::when(locale)><Time at=delivery.created_at visit/></td>
            <td data-label=t::state(locale)><DeliveryStamp state=delivery.state locale/></td>
            <td data-label=t::attempts(locale)>{attempts(delivery, locale)}</td>
            <td data-label=t::next_attempt(locale)>
                {match next {
                    Some(at) => view! { <Time at visit/> }.into_any(),
                    None => t::no_next(locale).into_any(),
                }}
            </td>
        </tr>
    }
}

pub(super) fn attempts(delivery: &Delivery, locale: Locale) -> String {
    number::count(u64::from(delivery.attempts.unsigned_abs()), locale)
}
