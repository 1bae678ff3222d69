//! The choice of a period, and of whose calls are told of, in the address.

use domain::usage::{CallKind, KeyKind, Report, Window};
use leptos::prelude::*;
use locales::{Locale, usage as t};
use serde::Deserialize;

use crate::components::{LocalNav, NavLink};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct UsageQuery {
    janela: String,
    chaves: String,
}

impl UsageQuery {
    /// Seven days unless the address says otherwise.
    pub fn window(&self) -> Window {
        self.janela.parse().unwrap_or(Window::Week)
    }

    /// The keys that the address names; if it names none, the keys that were used.
    pub fn keys(&self) -> Option<KeyKind> {
        self.chaves.parse().ok()
    }
}

/// Links to the same page over each period, and with the other keys where both were used.
#[component]
pub(super) fn PeriodNav<'a>(
    address: &'a str,
    report: &'a Report,
    locale: Locale,
) -> impl IntoView + use<> {
    let windows = Window::ALL.iter().map(|window| {
        let href = period_address(address, *window, report.keys);
        NavLink::new(href, name(*window, locale)).current(*window == report.window)
    });
    view! {
        <LocalNav label=t::window(locale) links=windows.collect()/>
        {uses_both_kinds(report).then(|| view! { <KeysNav address report locale/> })}
    }
}

/// Whether calls were made with other keys than those the report is about.
fn uses_both_kinds(report: &Report) -> bool {
    let other = |(kind, _): &(_, u64)| CallKind::keys(*kind) != report.keys;
    report.kinds.iter().any(other)
}

#[component]
fn KeysNav<'a>(address: &'a str, report: &'a Report, locale: Locale) -> impl IntoView + use<> {
    let keys = KeyKind::ALL.iter().map(|keys| {
        let href = period_address(address, report.window, *keys);
        NavLink::new(href, keys_name(*keys, locale)).current(*keys == report.keys)
    });
    view! { <LocalNav label=t::keys(locale) links=keys.collect()/> }
}

/// An address over a period, with the calls of these keys.
pub(super) fn period_address(address: &str, window: Window, keys: KeyKind) -> String {
    format!("{address}?janela={window}&chaves={keys}")
}

const fn keys_name(keys: KeyKind, locale: Locale) -> &'static str {
    match keys {
        KeyKind::Plan => t::keys_plan(locale),
        KeyKind::Test => t::kind_sandbox(locale),
    }
}

const fn name(window: Window, locale: Locale) -> &'static str {
    match window {
        Window::Day => t::window_day(locale),
        Window::Week => t::window_week(locale),
        Window::Month => t::window_month(locale),
        Window::Quarter => t::window_quarter(locale),
    }
}
