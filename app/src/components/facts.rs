//! Rows of a description list, and what such lists say of a permission group.

use domain::{accounts::Email, groups::Group};
use leptos::prelude::*;
use locales::{Locale, terms as t};

use crate::web::text_only;

/// One row of a description list: what it is called, and its value.
#[component]
pub fn Fact<V: IntoView>(#[prop(into)] name: String, value: V) -> impl IntoView + use<V> {
    view! { <div><dt>{name}</dt><dd>{value}</dd></div> }
}

/// A row whose value is a code or a number, shown in letters of one width.
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

/// A browser that must break the line does so before the at sign.
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
