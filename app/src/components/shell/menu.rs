//! The bar on top: the brand, and the menu of what this reader may do.

use domain::{Person, approvals::MAX_COUNTED};
use leptos::prelude::*;
use locales::{Locale, approval_queue as queue, layout as t, number};

use crate::{
    components::{Icon, STAFF_AREAS, Symbol},
    routes,
    web::Visit,
};

/// As many entries as fit beside the brand and the account on a small tablet.
const SHORT_MENU: usize = 2;

const ACCOUNT_PANEL: &str = "menu-da-conta";
const FOLDED_PANEL: &str = "menu-principal";

/// A link of the menu.
#[derive(Clone)]
struct Entry {
    href: &'static str,
    name: &'static str,
    current: bool,
    /// How much waits there, if there is anything.
    waiting: Option<u64>,
}

pub fn bar(visit: &Visit) -> impl IntoView + use<> {
    let entries = entries(visit);
    let locale = visit.locale;
    let class = if entries.len() > SHORT_MENU {
        "bar bar--long"
    } else {
        "bar"
    };
    view! {
        <header class=class><div>
            {brand(visit)}
            <nav class="menu" aria-label=t::main_menu(locale)>{links(&entries, locale)}</nav>
            {match visit.person() {
                Some(person) => account_menu(person, locale).into_any(),
                None if visit.session.is_some() => ().into_any(),
                None => visitor_links(locale).into_any(),
            }}
            {folded(visit, &entries)}
        </div></header>
    }
}

fn entries(visit: &Visit) -> Vec<Entry> {
    let locale = visit.locale;
    let entry = |href, name| Entry {
        href,
        name,
        current: visit.path.starts_with(section(href)),
        waiting: visit
            .waiting
            .filter(|count| href == routes::APPROVALS && *count > 0),
    };
    let mut entries = vec![entry(routes::CATALOGUE, t::catalogue(locale))];
    if visit.session.is_none() {
        entries.push(entry(routes::ONBOARDING, t::onboarding(locale)));
    }
    if let Some(person) = visit.person() {
        entries.push(entry(routes::APPLICATIONS, t::my_applications(locale)));
        let areas = STAFF_AREAS.iter();
        let areas = areas.filter(|area| person.has(area.role));
        entries.extend(areas.map(|area| entry(area.href, (area.name)(locale))));
    }
    if visit.app.mailbox.is_some() {
        entries.push(entry(routes::MAILBOX, t::mailbox(locale)));
    }
    entries
}

/// What the addresses of the pages begin with that belong to an entry: the first folder.
fn section(href: &str) -> &str {
    let end = href.match_indices('/').nth(1).map(|(at, _)| at);
    &href[..end.unwrap_or(href.len())]
}

fn links(entries: &[Entry], locale: Locale) -> impl IntoView + use<> {
    let entries = entries.to_vec();
    view! {
        <ul role="list">
            {entries
                .into_iter()
                .map(|entry| {
                    let current = entry.current.then_some("page");
                    let waiting = entry.waiting.map(|count| waiting(count, locale));
                    view! { <li><a href=entry.href aria-current=current>{entry.name}</a> {waiting}</li> }
                })
                .collect_view()}
        </ul>
    }
}

/// The number beside the link, which is called by its name alone.
fn waiting(count: u64, locale: Locale) -> impl IntoView {
    let shown = if count >= MAX_COUNTED {
        format!("{}+", number::count(MAX_COUNTED, locale))
    } else {
        number::count(count, locale)
    };
    let said = queue::open_count(locale, &shown);
    view! {
        <span class="count">
            <span aria-hidden="true">{shown}</span>
            <span class="visually-hidden">{said}</span>
        </span>
    }
}

const MARK: &str = "<path d='M1 8h24v3a3 3 0 0 0 0 5v4H1v-4a3 3 0 0 0 0-5z' fill='currentColor' opacity='.16'/>\
    <path d='M1 8h24v3a3 3 0 0 0 0 5v4H1v-4a3 3 0 0 0 0-5zM9 8v12' fill='none' stroke='currentColor' stroke-width='2' stroke-linejoin='round'/>\
    <path d='M4 3h18' stroke='currentColor' stroke-width='2.5' stroke-linecap='round'/>";

fn brand(visit: &Visit) -> impl IntoView + use<> {
    let brand = visit.app.brand.clone();
    let mark = match brand.logo {
        Some(logo) => view! { <img src=logo alt="" height="26"/> }.into_any(),
        None => view! { <svg width="26" height="22" viewBox="0 0 26 22" aria-hidden="true" inner_html=MARK></svg> }.into_any(),
    };
    view! { <a class="brand" href=routes::HOME>{mark} {brand.name}</a> }
}

fn visitor_links(locale: Locale) -> impl IntoView {
    view! {
        <div class="bar__end">
            <a href=routes::SIGN_IN>{t::sign_in(locale)}</a>
            <a class="btn btn--small" href=routes::SIGN_UP>{t::sign_up(locale)}</a>
        </div>
    }
}

/// A popover closes by Escape and by a press elsewhere, without a script.
fn account_menu(person: &Person, locale: Locale) -> impl IntoView + use<> {
    let name = person.full_name();
    let who = name.clone();
    let email = person.email.clone();
    view! {
        <div class="account-menu">
            <button type="button" class="bar__button" popovertarget=ACCOUNT_PANEL>
                <Icon symbol=Symbol::User/> <span class="account-menu__name">{name}</span> <Icon symbol=Symbol::ChevronDown/>
            </button>
            <div class="account-menu__panel" id=ACCOUNT_PANEL popover>
                <p class="account-menu__who"><strong>{who}</strong><span>{email}</span></p>
                <ul role="list">{account_links(locale)}</ul>
            </div>
        </div>
    }
}

fn account_links(locale: Locale) -> impl IntoView {
    view! {
        <li><a href=routes::ACCOUNT><Icon symbol=Symbol::User/> {t::my_account(locale)}</a></li>
        <li>
            <form method="post" action=routes::SIGN_OUT>
                <button><Icon symbol=Symbol::Logout/> {t::sign_out(locale)}</button>
            </form>
        </li>
    }
}

/// The same on a phone.
fn folded(visit: &Visit, entries: &[Entry]) -> impl IntoView + use<> {
    let locale = visit.locale;
    let own = if visit.person().is_some() {
        account_links(locale).into_any()
    } else if visit.session.is_some() {
        ().into_any()
    } else {
        view! {
            <li><a href=routes::SIGN_IN>{t::sign_in(locale)}</a></li>
            <li><a href=routes::SIGN_UP>{t::sign_up(locale)}</a></li>
        }
        .into_any()
    };
    view! {
        <div class="menu-fold">
            <button type="button" class="bar__button" popovertarget=FOLDED_PANEL>
                <Icon symbol=Symbol::Menu/> {t::menu(locale)}
            </button>
            <nav class="menu-fold__panel" id=FOLDED_PANEL popover aria-label=t::main_menu(locale)>
                {links(entries, locale)}
                <ul role="list">{own}</ul>
            </nav>
        </div>
    }
}
