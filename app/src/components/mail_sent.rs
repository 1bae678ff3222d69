//! A mail is on its way: what it is for, and what to do when it does not arrive.

use leptos::prelude::*;

use super::{Action, Icon, action_link, facts, large_icon};

/// `to` is the address as it was typed, `again` leads to another try.
pub fn mail_sent(
    title: &'static str,
    text: &'static str,
    hint: &'static str,
    to: Option<String>,
    again: Action,
) -> impl IntoView {
    view! {
        <div class="empty">
            {large_icon(Icon::Mail)}
            <h1>{title}</h1>
            <p>{text}</p>
            {to.map(|to| view! { <p><strong class="address" translate="no">{facts::email_address(&to)}</strong></p> })}
            <p class="soft small">{hint}</p>
            <div class="actions">{action_link(again)}</div>
        </div>
    }
}
