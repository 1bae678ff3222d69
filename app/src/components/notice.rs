//! Something to know that stays on the page.

use leptos::prelude::*;

use super::{Icon, icon};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    Info,
    Wait,
    Bad,
}

impl Notice {
    const fn look(self) -> (&'static str, Icon) {
        match self {
            Self::Info => ("notice notice--info", Icon::Info),
            Self::Wait => ("notice notice--wait", Icon::Clock),
            Self::Bad => ("notice notice--bad", Icon::Alert),
        }
    }

    /// The notice: what it is about in bold, then the rest.
    pub fn view<V: IntoView>(self, title: &'static str, content: V) -> impl IntoView + use<V> {
        let (class, sign) = self.look();
        view! {
            <div class=class role="note">
                {icon(sign)}
                <div><p><strong>{title}</strong></p>{content}</div>
            </div>
        }
    }
}
