//! The navigation among the pages of administrators.

use leptos::prelude::*;
use locales::{apis, jobs, layout, searches, support};

use super::{LocalNav, NavLink};
use crate::{routes, web::Visit};

/// Marks the page that is shown.
#[component]
pub fn AdministrationNav<'a>(visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let link = |page, name| NavLink::new(page, name).current(visit.path.starts_with(page));
    let links = vec![
        link(routes::PEOPLE, support::people_title(locale)),
        link(routes::APIS, apis::title(locale)),
        link(routes::SEARCHES, searches::title(locale)),
        link(routes::JOBS, jobs::title(locale)),
    ];
    view! { <LocalNav label=layout::administration(locale) links/> }
}
