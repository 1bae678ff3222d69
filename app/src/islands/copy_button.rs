//! A button that copies a text, and says that it did.

use std::time::Duration;

use leptos::prelude::*;
use locales::{Locale, common as t};

const SHOWN: Duration = Duration::from_secs(2);

/// Hidden until it can work: without JavaScript the text beside it is selected by hand.
#[island]
pub fn CopyButton(locale: Locale, text: String, label: String, quiet: bool) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    let (copied, set_copied) = signal(false);
    Effect::new(move |_| set_ready.set(true));
    let copy = move |_| {
        let _ = window().navigator().clipboard().write_text(&text);
        set_copied.set(true);
        set_timeout(move || set_copied.set(false), SHOWN);
    };
    view! {
        <button
            type="button" class="btn btn--small copy" class:btn--quiet=quiet
            class:is-copied=move || copied.get() hidden=move || !ready.get() on:click=copy
        >
            <span class="copy__idle">{label}</span>
            <span class="copy__done" role="status">{move || copied.get().then(|| t::copied(locale))}</span>
        </button>
    }
}
