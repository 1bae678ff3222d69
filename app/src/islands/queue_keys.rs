//! Keys for whoever works through the queue: one letter goes to the next request, another opens its
//! decision. They work while the focus is in the list, and never in a text field, and can be turned
//! off (WCAG 2.2, 2.1.4). Without script the list is what it is.

use leptos::{ev::KeyboardEvent, html::Dialog, prelude::*, wasm_bindgen::JsCast, web_sys};
use locales::{Locale, approval_queue as t};

/// The list that the keys are for, and the links of its rows.
const LIST: &str = "#fila";
const LINKS: &str = "#fila .table__title > a";

#[island]
pub fn QueueKeys(locale: Locale) -> impl IntoView {
    let is_off = RwSignal::new(false);
    let (ready, set_ready) = signal(false);
    let dialog = NodeRef::<Dialog>::new();
    let show = move || {
        if let Some(dialog) = dialog.get_untracked() {
            // A dialog that is open already stays so.
            let _ = dialog.show_modal();
        }
    };
    Effect::new(move |_| {
        set_ready.set(true);
        // For as long as the page is there.
        window_event_listener(leptos::ev::keydown, move |event| {
            if !is_off.get_untracked() {
                press(&event, show);
            }
        });
    });
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <div class="row" data-at-once="">
            <button
                type="button" class="btn btn--quiet btn--small" hidden=move || !ready.get()
                data-needs-script="" on:click=move |_| show()
            >
                {t::keys(locale)}
            </button>
            <dialog class="shortcuts" node_ref=dialog aria-labelledby="teclas">
                <h2 id="teclas">{t::keys_title(locale)}</h2>
                <p class="soft small">{t::keys_where(locale)}</p>
                <dl class="shortcuts__list">
                    {key("j", t::key_next(locale))}
                    {key("k", t::key_previous(locale))}
                    {key("a", t::key_approve(locale))}
                    {key("r", t::key_reject(locale))}
                    {key("?", t::key_help(locale))}
                </dl>
                <label class="check">
                    <input
                        type="checkbox" prop:checked=move || is_off.get()
                        on:change=move |event| is_off.set(event_target_checked(&event))
                    />
                    {t::keys_off(locale)}
                </label>
                <div class="actions">
                    <button type="button" class="btn" on:click=close>{t::close(locale)}</button>
                </div>
            </dialog>
        </div>
    }
}

fn key(name: &'static str, does: &'static str) -> impl IntoView {
    view! { <div><dt><kbd>{name}</kbd></dt><dd>{does}</dd></div> }
}

/// Does what a key is for; all other keys do what they always do.
fn press(event: &KeyboardEvent, show: impl Fn()) {
    let is_plain = !(event.ctrl_key() || event.alt_key() || event.meta_key());
    if !is_plain || event.is_composing() || event.default_prevented() || !is_in_list() {
        return;
    }
    match event.key().as_str() {
        "j" => go(event, 1),
        "k" => go(event, -1),
        "a" => open(event, "#decisao"),
        "r" => open(event, "#reason"),
        "?" => {
            event.prevent_default();
            show();
        }
        _ => {}
    }
}

/// Whether the focus is in the list, and not in a field that takes letters. The list has none.
fn is_in_list() -> bool {
    let focused = document().active_element();
    focused.is_some_and(|element| {
        let is_list = element.closest(LIST).ok().flatten().is_some();
        let takes_text = element
            .closest("textarea, select, input:not([type=checkbox])")
            .ok()
            .flatten()
            .is_some();
        is_list && !takes_text
    })
}

fn links() -> Vec<web_sys::HtmlElement> {
    let Ok(found) = document().query_selector_all(LINKS) else {
        return Vec::new();
    };
    let each = (0..found.length()).filter_map(|index| found.item(index));
    each.filter_map(|node| node.dyn_into().ok()).collect()
}

/// The place of the row that the focus is in.
fn place(links: &[web_sys::HtmlElement]) -> Option<usize> {
    let row = document().active_element()?.closest("tr").ok().flatten()?;
    links
        .iter()
        .position(|link| row.contains(Some(link.as_ref())))
}

/// Moves the focus so many rows on.
fn go(event: &KeyboardEvent, by: isize) {
    let links = links();
    let next = match place(&links) {
        Some(place) => place.checked_add_signed(by),
        None => Some(0),
    };
    if let Some(link) = next.and_then(|next| links.get(next)) {
        event.prevent_default();
        // A link that is gone by now takes no focus.
        let _ = link.focus();
    }
}

/// Opens the page of the row that the focus is in, at a part of it.
fn open(event: &KeyboardEvent, part: &str) {
    let links = links();
    let link = place(&links).and_then(|place| links.get(place));
    let href = link.and_then(|link| link.get_attribute("href"));
    if let Some(href) = href {
        event.prevent_default();
        // A browser that does not let us stays where it is.
        let _ = window().location().set_href(&format!("{href}{part}"));
    }
}
