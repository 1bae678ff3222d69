//! Links that ask somebody to do something, drawn as buttons.

use leptos::prelude::*;

/// How much an action stands out among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Primary,
    Quiet,
}

/// Where somebody can go on, and in which words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    pub label: &'static str,
    pub href: String,
    pub tone: Tone,
}

impl Action {
    pub fn primary(label: &'static str, href: impl Into<String>) -> Self {
        Self {
            label,
            href: href.into(),
            tone: Tone::Primary,
        }
    }

    pub fn quiet(label: &'static str, href: impl Into<String>) -> Self {
        Self {
            label,
            href: href.into(),
            tone: Tone::Quiet,
        }
    }

    /// The classes of a small button.
    #[must_use]
    pub const fn small_class(&self) -> &'static str {
        match self.tone {
            Tone::Primary => "btn btn--small",
            Tone::Quiet => "btn btn--quiet btn--small",
        }
    }
}

#[component]
pub fn ActionLink(action: Action) -> impl IntoView {
    let class = match action.tone {
        Tone::Primary => "btn",
        Tone::Quiet => "btn btn--quiet",
    };
    view! { <a class=class href=action.href>{action.label}</a> }
}
