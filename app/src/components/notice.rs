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
    pub fn view<T: Into<String>, V: IntoView>(
        self,
        title: T,
        content: V,
    ) -> impl IntoView + use<T, V> {
        let title = title.into();
        let (class, sign) = self.look();
        view! {
            <div class=class role="note">
                {icon(sign)}
                <div><p><strong>{title}</strong></p>{content}</div>
            </div>
        }
    }
}
