//! The navigation among the pages of contract managers.

use leptos::prelude::*;
use locales::{approval_queue as t, layout};

use crate::{
    components::{LocalNav, NavLink},
    routes,
    web::Visit,
};

/// Marks the page that is shown.
#[component]
pub(super) fn ApprovalNav<'a>(visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let link = |page: &'static str, name| NavLink::new(page, name).current(visit.page() == page);
    let links = vec![
        link(routes::APPROVALS, t::queue(locale)),
        link(routes::APPROVAL_NUMBERS, t::numbers(locale)),
        link(routes::APPROVAL_PREFERENCES, t::preferences(locale)),
    ];
    view! { <LocalNav label=layout::approvals(locale) links/> }
}
