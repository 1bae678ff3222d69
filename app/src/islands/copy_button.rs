//! A button of what an island draws, that copies it and says whether it could. What the server
//! draws has `articles::copy_button`, which needs no island.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use locales::{Locale, common as t};

use super::icons::{CHECK, COPY, sign};

const SHOWN: Duration = Duration::from_secs(3);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Copied,
    /// The browser did not let us; the text is selected, so that the reader can.
    Selected,
}

/// Copies the text of the element whose id is `source`; `label` says which that is. Hidden until
/// it can work: without JavaScript one selects the text by hand.
pub(super) fn copy_button(locale: Locale, source: String, label: String) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    let (outcome, set_outcome) = signal(None);
    Effect::new(move |_| set_ready.set(true));
    let press = move |_| {
        let source = source.clone();
        spawn_local(async move {
            set_outcome.set(copy(&source).await);
            set_timeout(move || set_outcome.set(None), SHOWN);
        });
    };
    let said = move || outcome.get().map(|outcome| words(outcome, locale));
    let asks = move || {
        if outcome.get() == Some(Outcome::Selected) {
            t::copy_by_hand(locale)
        } else {
            t::copy(locale)
        }
    };
    view! {
        <button
            type="button" class="btn btn--quiet btn--small copy" aria-label=label
            class:is-copied=move || outcome.get() == Some(Outcome::Copied)
            hidden=move || !ready.get() on:click=press
        >
            <span class="copy__idle">{sign(COPY)} {asks}</span>
            <span class="copy__done">{sign(CHECK)} {t::copied(locale)}</span>
        </button>
        <span class="visually-hidden" role="status">{said}</span>
    }
}

/// There is no clipboard on a page that came over plain http, and a policy may forbid its use.
async fn copy(source: &str) -> Option<Outcome> {
    let element = document().get_element_by_id(source)?;
    let text = element.text_content()?;
    let clipboard = window().navigator().clipboard();
    if !clipboard.is_undefined() && clipboard.write_text(&text).await.is_ok() {
        return Some(Outcome::Copied);
    }
    let selection = window().get_selection().ok()??;
    selection.select_all_children(&element).ok()?;
    Some(Outcome::Selected)
}

const fn words(outcome: Outcome, locale: Locale) -> &'static str {
    match outcome {
        Outcome::Copied => t::copied(locale),
        Outcome::Selected => t::copy_by_hand(locale),
    }
}
