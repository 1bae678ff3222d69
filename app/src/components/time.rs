//! Dates and times, in the portal's zone and as the reader's language writes them.

use domain::{clock::Timestamp, dates};
use leptos::prelude::*;

use crate::web::Visit;

/// "21 de novembro de 2026".
pub fn date(at: Timestamp, visit: &Visit) -> String {
    dates::date(at, visit.time_zone(), visit.locale)
}

/// "21 de novembro de 2026, 9h05".
pub fn date_time(at: Timestamp, visit: &Visit) -> String {
    dates::date_time(at, visit.time_zone(), visit.locale)
}

/// The same as an element that machines can read.
#[component]
pub fn Time<'a>(at: Timestamp, visit: &'a Visit) -> impl IntoView + use<> {
    view! { <time datetime=at.to_rfc3339()>{date_time(at, visit)}</time> }
}
