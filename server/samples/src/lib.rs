//! Programs that make one call of an API, in ten languages, and collections of calls for Postman
//! and Bruno.
//!
//! What a call holds was written by whoever published the API. Nothing of it may become code: each
//! language's module says by which rules of that language its texts stay texts, and `tidy` leaves
//! out of methods, paths and headers what HTTP does not have there.

mod call;
mod collections;
mod json;
mod language;
mod languages;
mod layout;
mod marks;
#[cfg(test)]
mod tests;
mod tidy;

use locales::Locale;

pub use self::{
    call::{Body, Call, Content, Part, PartContent},
    collections::{Collection, Item, bruno, postman},
    language::{Language, UnknownLanguage},
};
use self::{languages as by, tidy::Request};

/// A whole program that asks for a token, makes the call, and prints the body of the answer and, on
/// a line of its own, its status: `HTTP 200`. It fails from status 400 on.
///
/// The public URL and the keys are read from the environment: `BALCAO_URL`, `BALCAO_PUBLIC_KEY` and
/// `BALCAO_SECRET_KEY`. Comments are in the language of `locale`.
#[must_use]
pub fn program(language: Language, call: &Call, locale: Locale) -> String {
    let request = Request::of(call);
    let program = match language {
        Language::Shell => by::shell::program(&request, locale),
        Language::Cmd => by::cmd::program(&request, locale),
        Language::PowerShell => by::powershell::program(&request, locale),
        Language::Java => by::java::program(&request, locale),
        Language::Php => by::php::program(&request, locale),
        Language::Python => by::python::program(&request, locale),
        Language::JavaScript => by::javascript::program(&request, locale),
        Language::CSharp => by::csharp::program(&request, locale),
        Language::Go => by::go::program(&request, locale),
        Language::Rust => by::rust::program(&request, locale),
    };
    // A template fails where a value cannot be written, and all values here are texts.
    let mut program = program.unwrap_or_default();
    program.truncate(program.trim_end().len());
    program.push('\n');
    program
}
