//! The programs of an API's operations, as pages show them. They are the same for every reader of a
//! language, so each is drawn once, and kept while there is room.

use std::{
    convert::Infallible,
    sync::{Arc, LazyLock},
};

use domain::{catalogue::Api, ids::ApiRevisionId};
use locales::Locale;
use quick_cache::{Weighter, sync::Cache};
use samples::Language;

use super::reference::Call;
use crate::components::program_html;

/// The size of all that is kept.
const MAX_KEPT_BYTES: u64 = 32 * 1024 * 1024;
const GUESSED_KEPT: usize = 4_000;

/// A revision never changes, and with it an operation by its place.
type Key = (ApiRevisionId, usize, Language, Locale);

#[derive(Clone)]
struct ByLength;

impl Weighter<Key, Arc<str>> for ByLength {
    fn weight(&self, _: &Key, html: &Arc<str>) -> u64 {
        html.len() as u64
    }
}

/// A program as HTML, its parts in colours; as a text it is the program.
pub(super) fn kept_program(api: &Api, call: &Call, language: Language, locale: Locale) -> Arc<str> {
    static KEPT: LazyLock<Cache<Key, Arc<str>, ByLength>> =
        LazyLock::new(|| Cache::with_weighter(GUESSED_KEPT, MAX_KEPT_BYTES, ByLength));
    // A draft changes under the same revision.
    if api.is_preview {
        return program_html(&call.sent(locale), language, locale).into();
    }
    let key = (api.revision, call.place, language, locale);
    let draw = || Ok::<_, Infallible>(program_html(&call.sent(locale), language, locale).into());
    let Ok(html) = KEPT.get_or_insert_with(&key, draw);
    html
}
