//! Something to know that stays on the page.

use leptos::prelude::*;

use super::{Icon, Symbol};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    Info,
    Wait,
    Bad,
}

impl NoticeKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Info => "notice notice--info",
            Self::Wait => "notice notice--wait",
            Self::Bad => "notice notice--bad",
        }
    }

    const fn symbol(self) -> Symbol {
        match self {
            Self::Info => Symbol::Info,
            Self::Wait => Symbol::Clock,
            Self::Bad => Symbol::Alert,
        }
    }
}

/// The notice: what it is about in bold, then the rest.
#[component]
pub fn Notice<V: IntoView>(
    kind: NoticeKind,
    #[prop(into)] title: String,
    content: V,
) -> impl IntoView + use<V> {
    view! {
        <div class=kind.class() role="note">
            <Icon symbol=kind.symbol()/>
            <div><p><strong>{title}</strong></p>{content}</div>
        </div>
    }
}
