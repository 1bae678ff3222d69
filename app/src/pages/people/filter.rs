//! Which people are looked for, as the address has it.

use chrono::TimeDelta;
use domain::{
    Cursor, Role,
    accounts::{PeopleFilter, SignInFilter},
    clock::Timestamp,
};
use leptos::prelude::*;
use locales::{Locale, common, support as t};
use serde::Deserialize;

use super::role_name;
use crate::{
    components::{Icon, Symbol},
    routes,
};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Filter {
    q: String,
    papel: String,
    situacao: String,
    entrada: String,
    /// Where the page starts.
    depois: String,
}

type Name = fn(Locale) -> &'static str;

/// Whether they set a password by the link of their mail.
const STATES: [(&str, bool, Name); 2] = [
    ("confirmadas", true, t::verified),
    ("pendentes", false, t::unverified),
];

const LATELY: &str = "30-dias";
const LONG_AGO: &str = "90-dias";
const NEVER: &str = "nunca";
const SIGN_INS: [(&str, Name); 3] = [
    (LATELY, t::within_30_days),
    (LONG_AGO, t::before_90_days),
    (NEVER, t::never),
];

impl Filter {
    pub(super) fn wanted(&self, now: Timestamp) -> PeopleFilter {
        let state = STATES.iter().find(|(slug, ..)| *slug == self.situacao);
        PeopleFilter {
            query: self.q.trim().to_owned(),
            role: self.papel.parse().ok(),
            verified: state.map(|(_, verified, _)| *verified),
            sign_in: match self.entrada.as_str() {
                LATELY => Some(SignInFilter::Since(now - TimeDelta::days(30))),
                LONG_AGO => Some(SignInFilter::Before(now - TimeDelta::days(90))),
                NEVER => Some(SignInFilter::Never),
                _ => None,
            },
        }
    }

    pub(super) fn cursor(&self) -> Option<Cursor> {
        self.depois.parse().ok()
    }

    /// The first page again, unless this is it.
    pub(super) fn first(&self) -> Option<String> {
        self.cursor().map(|_| self.address(None))
    }

    /// The page that starts after `cursor`.
    pub(super) fn next(&self, cursor: Cursor) -> String {
        self.address(Some(cursor))
    }

    fn address(&self, after: Option<Cursor>) -> String {
        let after = after.map(|cursor| cursor.to_string()).unwrap_or_default();
        let mut pairs = vec![
            ("q", self.q.trim()),
            ("papel", &self.papel),
            ("situacao", &self.situacao),
            ("entrada", &self.entrada),
            ("depois", &after),
        ];
        pairs.retain(|(_, value)| !value.is_empty());
        match serde_urlencoded::to_string(&pairs) {
            Ok(query) if !query.is_empty() => format!("{}?{query}", routes::PEOPLE),
            _ => routes::PEOPLE.to_owned(),
        }
    }

    pub(super) fn form(&self, locale: Locale) -> impl IntoView + use<> {
        let query = self.q.clone();
        let roles = Role::ALL.iter();
        let roles = roles.map(|role| (role.as_str(), role_name(*role, locale)));
        let states = STATES.map(|(slug, _, name)| (slug, name(locale)));
        let sign_ins = SIGN_INS.map(|(slug, name)| (slug, name(locale)));
        view! {
            <form class="filters" role="search" action=routes::PEOPLE>
                <div class="field filters__search">
                    <label for="q">{t::search(locale)}</label>
                    <div class="search-field">
                        <Icon symbol=Symbol::Search/>
                        <input id="q" type="search" name="q" value=query autocomplete="off"/>
                    </div>
                </div>
                {select("papel", t::roles(locale), roles.collect(), &self.papel, locale)}
                {select("situacao", t::state(locale), states.to_vec(), &self.situacao, locale)}
                {select("entrada", t::last_sign_in(locale), sign_ins.to_vec(), &self.entrada, locale)}
                <button class="btn btn--quiet">{common::search(locale)}</button>
            </form>
        }
    }
}

fn select(
    name: &'static str,
    label: &'static str,
    options: Vec<(&'static str, &'static str)>,
    chosen: &str,
    locale: Locale,
) -> impl IntoView + use<> {
    let options = options.into_iter().map(|(value, text)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{text}</option> }
    });
    let options = options.collect_view();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select id=name name=name><option value="">{t::any(locale)}</option>{options}</select>
        </div>
    }
}
