//! Labels and values, and what a permission group is, written so.

use domain::groups::Group;
use leptos::prelude::*;
use locales::{Locale, terms as t};

use crate::web::text_only;

/// One row of a `dl.facts`.
pub fn fact<V: IntoView>(name: &'static str, value: V) -> impl IntoView + use<V> {
    view! { <div><dt>{name}</dt><dd>{value}</dd></div> }
}

/// One whose value a machine may read.
pub fn machine_fact(name: &'static str, value: String) -> impl IntoView {
    fact(name, view! { <span class="mono">{value}</span> })
}

/// The rows that say which company a group is of and how to reach it.
pub fn group_facts(group: &Group, locale: Locale) -> impl IntoView + use<> {
    view! {
        {fact(t::legal_name(locale), group.legal_name.clone())}
        {machine_fact(t::cnpj(locale), group.cnpj.masked())}
        {fact(t::email(locale), email_address(&group.email.shown()))}
        {machine_fact(t::phone(locale), group.phone.national())}
    }
}

/// An e-mail address that is broken before its at sign where it has to be.
pub fn email_address(address: &str) -> impl IntoView + use<> {
    let html = text_only(address).replacen('@', "<wbr>@", 1);
    view! { <span inner_html=html></span> }
}

/// A text as its author broke it into lines and paragraphs.
pub fn paragraphs(text: &str) -> impl IntoView + use<> {
    let html = text_only(text.trim_end());
    view! { <p class="as-typed" inner_html=html></p> }
}
