//! A mail is on its way: what it is for, and what to do when it does not arrive.

use leptos::prelude::*;

use super::{Action, ActionLink, LargeIcon, Symbol, facts::breakable_address};

/// `to` is the address as it was typed, `again` leads to another try.
#[component]
pub fn MailSent(
    title: &'static str,
    text: &'static str,
    hint: &'static str,
    to: Option<String>,
    again: Action,
) -> impl IntoView {
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::Mail/>
            <h1>{title}</h1>
            <p>{text}</p>
            {to.map(|to| view! { <p><strong class="address" translate="no">{breakable_address(&to)}</strong></p> })}
            <p class="soft small">{hint}</p>
            <div class="actions"><ActionLink action=again/></div>
        </div>
    }
}
