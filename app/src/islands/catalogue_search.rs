//! The field that searches the catalogue, with suggestions as one types: a combobox with a list (ARIA
//! Authoring Practices). Without script it is the field of a form. The key `/` leads to it.

use std::time::Duration;

use leptos::{ev::KeyboardEvent, html::Input, prelude::*, task::spawn_local};
use locales::{Locale, catalogue as t};

use super::functions::{Suggestion, suggest};

/// After the last key, so that a word is one question.
const PAUSE: Duration = Duration::from_millis(180);
const LIST: &str = "sugestoes";

#[derive(Clone, Copy)]
struct Suggestions {
    locale: Locale,
    found: RwSignal<Vec<Suggestion>>,
    /// The one that the keys have led to.
    active: RwSignal<Option<usize>>,
    open: RwSignal<bool>,
    /// Counts the changes: an answer to what is no longer there comes too late.
    changes: StoredValue<u64>,
}

#[island]
pub fn CatalogueSearch(locale: Locale, query: String) -> impl IntoView {
    let suggestions = Suggestions::new(locale);
    let field = NodeRef::<Input>::new();
    let awake = RwSignal::new(false);
    Effect::new(move |_| awake.set(true));
    let is_open = move || suggestions.is_shown();
    let typed = move |_| {
        if let Some(input) = field.get() {
            suggestions.ask_for(input.value());
        }
    };
    view! {
        <div class="suggested">
            <input
                id="q" type="search" name="q" value=query node_ref=field autocomplete="off"
                placeholder=t::search_example(locale) aria-keyshortcuts="/"
                role=move || awake.get().then_some("combobox")
                aria-autocomplete=move || awake.get().then_some("list")
                aria-controls=move || awake.get().then_some(LIST)
                aria-expanded=move || awake.get().then(|| is_open().to_string())
                aria-activedescendant=move || suggestions.active_id()
                on:input=typed
                on:keydown=move |event| suggestions.press(&event)
                on:blur=move |_| suggestions.close()
            />
            <ul
                class="suggested__list" id=LIST role="listbox" hidden=move || !is_open()
                aria-label=t::suggestions(locale)
            >
                {move || suggestions.options()}
            </ul>
            <span class="visually-hidden" role="status">{move || suggestions.said()}</span>
        </div>
    }
}

impl Suggestions {
    fn new(locale: Locale) -> Self {
        Self {
            locale,
            found: RwSignal::default(),
            active: RwSignal::default(),
            open: RwSignal::new(false),
            changes: StoredValue::new(0),
        }
    }

    fn is_shown(self) -> bool {
        self.open.get() && self.found.with(|found| !found.is_empty())
    }

    /// Asks once nobody types any more.
    fn ask_for(self, query: String) {
        self.changes.update_value(|changes| *changes += 1);
        let change = self.changes.get_value();
        let still = move || self.changes.try_get_value() == Some(change);
        let ask = move || {
            spawn_local(async move {
                let found = self.found_for(query).await;
                if still() {
                    self.active.set(None);
                    self.found.set(found);
                    self.open.set(true);
                }
            });
        };
        set_timeout(move || still().then(ask).unwrap_or_default(), PAUSE);
    }

    /// Nothing where there is no answer: the form finds it all the same.
    async fn found_for(self, query: String) -> Vec<Suggestion> {
        if query.trim().is_empty() {
            return vec![];
        }
        suggest(query, self.locale).await.unwrap_or_default()
    }

    fn press(self, event: &KeyboardEvent) {
        let shown = self.found.with_untracked(Vec::len);
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "Escape" if !self.open.get_untracked() => self.close(),
            _ if shown == 0 => {}
            "ArrowDown" => self.go(event, shown, 1),
            "ArrowUp" => self.go(event, shown, shown),
            "Escape" if self.open.get_untracked() => {
                event.prevent_default();
                self.close();
            }
            "Enter" if self.open.get_untracked() => self.follow(event),
            _ => {}
        }
    }

    /// Whatever is still asked for comes too late.
    fn close(self) {
        self.changes.update_value(|changes| *changes += 1);
        self.open.set(false);
        self.active.set(None);
    }

    /// Goes so many places on, through the field itself.
    fn go(self, event: &KeyboardEvent, shown: usize, by: usize) {
        event.prevent_default();
        self.open.set(true);
        let place = self.active.get_untracked().map_or(0, |active| active + 1);
        let place = (place + by) % (shown + 1);
        self.active.set(place.checked_sub(1));
    }

    /// Opens the page of the active suggestion; without one, the form is sent.
    fn follow(self, event: &KeyboardEvent) {
        let Some(active) = self.active.get_untracked() else {
            return;
        };
        event.prevent_default();
        let href = self
            .found
            .with_untracked(|found| found.get(active).map(|it| it.href.clone()));
        if let Some(href) = href {
            open(&href);
        }
    }

    fn active_id(self) -> Option<String> {
        let active = self.active.get()?;
        self.is_shown().then(|| option_id(active))
    }

    fn options(self) -> impl IntoView {
        let found = self.found.get().into_iter().enumerate();
        let options = found.map(|(place, suggestion)| {
            let is_active = move || self.active.get() == Some(place);
            let href = suggestion.href;
            view! {
                <li
                    role="option" id=option_id(place)
                    aria-selected=move || is_active().to_string()
                    // The field would lose the focus, and the list close, before the click.
                    on:mousedown=|event| event.prevent_default()
                    on:click=move |_| open(&href)
                >
                    <span>{suggestion.name}</span> " "
                    <span class="soft small">{suggestion.about}</span>
                </li>
            }
        });
        options.collect_view()
    }

    /// How many there are, for whoever does not see the list.
    fn said(self) -> Option<String> {
        if !self.open.get() {
            return None;
        }
        Some(match self.found.with(Vec::len) {
            0 => t::no_suggestion(self.locale).to_owned(),
            1 => t::one_suggestion(self.locale).to_owned(),
            count => t::suggestions_count(self.locale, count),
        })
    }
}

fn option_id(place: usize) -> String {
    format!("{LIST}-{place}")
}

fn open(href: &str) {
    // A browser that does not let us stays where it is.
    let _ = window().location().set_href(href);
}
