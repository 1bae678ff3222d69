//! Where the reader was going, carried from page to page until they are in.

use leptos::prelude::*;
use serde::Deserialize;

use crate::web::{ONWARD, local_path, towards};

/// As the address of a page has it.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Onward {
    #[serde(rename = "continuar")]
    pub onward: String,
}

/// The same in a form.
pub fn onward_field(onward: &str) -> impl IntoView + use<> {
    let path = local_path(onward).map(str::to_owned);
    path.map(|path| view! { <input type="hidden" name=ONWARD value=path/> })
}

/// The address of another page on the way there.
pub fn by_way_of(page: &str, onward: &str) -> String {
    local_path(onward).map_or_else(|| page.to_owned(), |path| towards(page, path))
}
