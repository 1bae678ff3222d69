//! Where the reader was going, carried from page to page until they are in.

use domain::accounts;
use leptos::prelude::*;
use serde::Deserialize;

use crate::{
    routes,
    web::{RETURN_TO, add_return_to, local_path},
};

/// As the address of a page has it.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct ReturnQuery {
    #[serde(rename = "continuar")]
    pub return_to: String,
}

/// The same in a form.
#[component]
pub fn ReturnToField<'a>(return_to: &'a str) -> impl IntoView + use<> {
    let path = local_path(return_to).map(str::to_owned);
    path.map(|path| view! { <input type="hidden" name=RETURN_TO value=path/> })
}

/// The address of another page on the way there.
pub fn keep_return_to(page: &str, return_to: &str) -> String {
    local_path(return_to).map_or_else(|| page.to_owned(), |path| add_return_to(page, path))
}

/// Where the link of a mail may lead on to: to the start of a request alone.
pub fn return_to_request(return_to: &str) -> Option<accounts::ReturnTo> {
    accounts::ReturnTo::parse(return_to, routes::start(routes::REQUEST_NEW))
}
