//! Messages to support: the list of those that are open, the reader's own, or closed.

mod acts;
mod filter;
mod message;

use axum::extract::Query;
use domain::messages::{self, Listed, MessageSummary};
use leptos::prelude::*;
use locales::{Locale, messages as t};

use super::SUPPORT;
use crate::{
    components::{
        Ago, EmailAddress, LargeIcon, OpenMessages, PageHead, Pagination, SupportNav, Symbol,
    },
    routes,
    web::{Page, PageError, Site, Visit},
};
use filter::Filter;

pub fn routes(site: Site) -> Site {
    site.get(SUPPORT, routes::SUPPORT_MESSAGES, show)
        .get(SUPPORT, routes::SUPPORT_MESSAGE, message::show)
        .post(SUPPORT, routes::SUPPORT_MESSAGE, acts::act)
}

async fn show(visit: Visit, Query(filter): Query<Filter>) -> Result<Page, PageError> {
    let locale = visit.locale;
    let found = messages::list(&visit.scope, &filter.search(), filter.cursor()).await?;
    let open = OpenMessages::count(&visit).await?;
    let next = found.next.map(|cursor| filter.next(cursor));
    Ok(Page::new(&visit, t::title(locale), || {
        let list = if found.items.is_empty() {
            empty(&filter, locale).into_any()
        } else {
            table(&found.items, &visit).into_any()
        };
        view! {
            <SupportNav visit=&visit open/>
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            {filter.form(locale)}
            {list}
            <Pagination locale first=filter.first() next/>
        }
    }))
}

fn empty(filter: &Filter, locale: Locale) -> impl IntoView + use<> {
    let sought = filter.search();
    let (symbol, title, text) = match sought.listed {
        _ if !sought.query.is_empty() => (Symbol::Search, t::none_title(locale), t::none(locale)),
        Listed::Open => (
            Symbol::Check,
            t::none_open_title(locale),
            t::none_open(locale),
        ),
        Listed::Mine => (
            Symbol::Check,
            t::none_mine_title(locale),
            t::none_mine(locale),
        ),
        Listed::Closed => (
            Symbol::Mail,
            t::none_closed_title(locale),
            t::none_closed(locale),
        ),
    };
    view! {
        <div class="empty">
            <LargeIcon symbol/>
            <h2>{title}</h2>
            <p>{text}</p>
        </div>
    }
}

fn table(messages: &[MessageSummary], visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let rows = messages.iter().map(|message| row(message, visit));
    view! {
        <table class="table">
            <caption class="visually-hidden">{t::title(locale)}</caption>
            <thead><tr>
                <th scope="col">{t::message(locale)}</th>
                <th scope="col">{t::sender(locale)}</th>
                <th scope="col">{t::assignee(locale)}</th>
                <th scope="col" class="table__end">{t::sent(locale)}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn row(summary: &MessageSummary, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let message = &summary.message;
    let href = routes::fill(routes::SUPPORT_MESSAGE, &[&message.id]);
    let assignee = match summary.assignee.clone() {
        Some(name) => name.into_any(),
        None => view! { <span class="soft">{t::nobody(locale)}</span> }.into_any(),
    };
    view! {
        <tr>
            <td class="table__title">
                <a href=href>{message.subject.clone()}</a> <br/>
                <span class="mono soft small">{message.number.clone()}</span>
            </td>
            <td data-label=t::sender(locale)>
                {message.name.clone()} <br/>
                <span class="soft small"><EmailAddress email=&message.email/></span>
            </td>
            <td data-label=t::assignee(locale)>{assignee}</td>
            <td data-label=t::sent(locale) class="table__end">
                <Ago since=message.submitted_at visit/>
            </td>
        </tr>
    }
}
