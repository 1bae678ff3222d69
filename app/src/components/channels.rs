//! The ways to reach the owner's staff, each with what to know before using it.

use leptos::prelude::*;
use locales::Locale;

use super::{Icon, Symbol, facts::breakable_address};
use crate::web::{ChannelKind, SupportChannel};

#[component]
pub fn SupportChannels<'a>(
    channels: &'a [SupportChannel],
    locale: Locale,
) -> impl IntoView + use<> {
    let items = channels.iter().map(|channel| item(channel, locale));
    view! { <ul class="channels" role="list">{items.collect_view()}</ul> }
}

fn item(channel: &SupportChannel, locale: Locale) -> impl IntoView + use<> {
    let symbol = match channel.kind {
        ChannelKind::Mail => Symbol::Mail,
        ChannelKind::Phone => Symbol::Phone,
        ChannelKind::Link => Symbol::Link,
    };
    let note = channel.note.text(locale).map(str::to_owned);
    view! {
        <li>
            <Icon symbol/>
            <div>
                <p><a href=channel.href.clone()>{channel.label.clone()}</a></p>
                <p class="channels__address" translate="no">{breakable_address(&channel.shown)}</p>
                {note.map(|note| view! { <p class="soft small">{note}</p> })}
            </div>
        </li>
    }
}
