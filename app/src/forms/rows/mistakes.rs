//! What keeps a form about an API from being taken.

use leptos::prelude::*;
use locales::{Locale, api_draft as d, fields as t};

use crate::components::{Icon, Symbol};

/// A mistake, in words.
struct Mistake {
    /// The field to be corrected.
    field: String,
    text: String,
}

#[derive(Default)]
pub struct Mistakes {
    found: Vec<Mistake>,
    /// Whether somebody else saved before.
    pub overtaken: bool,
}

impl Mistakes {
    pub fn overtaken() -> Self {
        Self {
            overtaken: true,
            ..Self::default()
        }
    }

    pub fn add(&mut self, field: impl Into<String>, text: impl Into<String>) {
        let (field, text) = (field.into(), text.into());
        self.found.push(Mistake { field, text });
    }

    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The first mistake of a field.
    pub fn of(&self, field: &str) -> Option<&str> {
        let found = self.found.iter().find(|mistake| mistake.field == field);
        found.map(|mistake| mistake.text.as_str())
    }
}

/// What is wrong, on top of the form: takes the focus, and links to each field.
#[component]
pub fn MistakeSummary<'a>(
    mistakes: &'a Mistakes,
    /// Where what was saved meanwhile is seen.
    current: &'a str,
    locale: Locale,
) -> AnyView {
    if mistakes.overtaken {
        return overtaken(current, locale).into_any();
    }
    let lines = mistakes.found.iter().map(|mistake| {
        let href = format!("#{}", mistake.field);
        view! { <li><a href=href>{mistake.text.clone()}</a></li> }
    });
    let lines: Vec<_> = lines.collect();
    let title = match lines.len() {
        0 => return ().into_any(),
        1 => t::check_one(locale).to_owned(),
        count => t::check_many(locale, count),
    };
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus>
            <h2><Icon symbol=Symbol::Alert/> {title}</h2>
            <ul>{lines}</ul>
        </div>
    }
    .into_any()
}

/// Somebody else was quicker: what was typed is still in the form.
fn overtaken(current: &str, locale: Locale) -> impl IntoView + use<> {
    let current = current.to_owned();
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus>
            <h2><Icon symbol=Symbol::Alert/> {d::changed_title(locale)}</h2>
            <p>{d::changed_text(locale)}</p>
            <p><a href=current target="_blank">{d::see_current(locale)}</a></p>
        </div>
    }
}
