//! Programs that make a call, in the languages that readers choose from.

use articles::highlight::{self, highlight};
use axum::http::HeaderMap;
use leptos::prelude::*;
use locales::{Locale, api as t};
use samples::{Call, Language};

use super::CodeFigure;
use crate::web::read_cookie;

/// The cookie of the language that was chosen last.
pub const LANGUAGE_OF_PROGRAMS: &str = "balcao-linguagem";

/// The language that is asked for, or was chosen last, or comes first.
pub fn chosen_language(asked_for: &str, headers: &HeaderMap) -> Language {
    let remembered = read_cookie(headers, LANGUAGE_OF_PROGRAMS).unwrap_or_default();
    let asked_for = asked_for.parse().or_else(|_| remembered.parse());
    asked_for.unwrap_or(Language::ALL[0])
}

/// A program as HTML, its parts in colours; as a text it is the program.
pub fn program_html(call: &Call, language: Language, locale: Locale) -> String {
    let program = samples::program(language, call, locale);
    highlight(
        program.trim_end(),
        highlight::Language::named(language.as_str()),
    )
}

/// The program of a call in every language, of which the browser shows one at a time.
#[component]
pub fn Programs<'a>(
    call: &'a Call,
    /// The one that is unfolded.
    open: Language,
    locale: Locale,
) -> impl IntoView + use<> {
    let programs = Language::ALL.map(|language| {
        let html = program_html(call, language, locale);
        view! {
            <details name="programas" open=language == open>
                <summary>{language.title()}</summary>
                <CodeFigure
                    id=format!("exemplo-{language}") name=language.file_name().to_owned()
                    html=html.into() locale
                />
            </details>
        }
    });
    view! {
        <div class="samples" role="group" aria-label=t::languages(locale)>
            {programs.into_iter().collect_view()}
        </div>
    }
}
