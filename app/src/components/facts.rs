//! Labels and values, and what a permission group is, written so.

use domain::{accounts::Email, groups::Group};
use leptos::prelude::*;
use locales::{Locale, terms as t};

use crate::web::text_only;

/// One row of a `dl.facts`.
#[component]
pub fn Fact<V: IntoView>(name: &'static str, value: V) -> impl IntoView + use<V> {
    view! { <div><dt>{name}</dt><dd>{value}</dd></div> }
}

/// One whose value a machine may read.
#[component]
pub fn MachineFact(name: &'static str, value: String) -> impl IntoView {
    view! { <Fact name value=view! { <span class="mono">{value}</span> }/> }
}

/// The rows that say which company a group is of and how to reach it.
#[component]
pub fn GroupFacts<'a>(group: &'a Group, locale: Locale) -> impl IntoView + use<> {
    view! {
        <Fact name=t::legal_name(locale) value=group.legal_name.clone()/>
        <MachineFact name=t::cnpj(locale) value=group.cnpj.masked()/>
        <Fact name=t::email(locale) value=view! { <EmailAddress email=&group.email/> }/>
        <MachineFact name=t::phone(locale) value=group.phone.national()/>
    }
}

/// An e-mail address.
#[component]
pub fn EmailAddress<'a>(email: &'a Email) -> impl IntoView + use<> {
    breakable_address(&email.shown())
}

/// An e-mail address that is broken before its at sign where it has to be.
pub(super) fn breakable_address(address: &str) -> impl IntoView + use<> {
    let html = text_only(address).replacen('@', "<wbr>@", 1);
    view! { <span inner_html=html></span> }
}

/// A text as its author broke it into lines and paragraphs.
#[component]
pub fn Paragraphs<'a>(text: &'a str) -> impl IntoView + use<> {
    let html = text_only(text.trim_end());
    view! { <p class="as-typed" inner_html=html></p> }
}
