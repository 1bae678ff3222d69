//! The navigation among the pages of administrators.

use leptos::prelude::*;
use locales::{
    apis, audit, categories, clients, configuration, incidents, jobs, layout, managers, searches,
    support, webhooks,
};

use super::{LocalNav, NavLink};
use crate::{routes, web::Visit};

/// Marks the page that is shown.
#[component]
pub fn AdministrationNav<'a>(visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let is_at = |page| visit.path.starts_with(page);
    let link = |page, name| NavLink::new(page, name).current(is_at(page));
    let is_new_api = is_at(routes::API_NEW);
    let apis = NavLink::new(routes::APIS, apis::title(locale));
    let clients = NavLink::new(routes::CLIENTS, clients::title(locale));
    let is_webhook = is_at(routes::PORTAL_WEBHOOKS) || is_at(routes::start(routes::WEBHOOK));
    let webhooks = NavLink::new(routes::PORTAL_WEBHOOKS, webhooks::title(locale));
    let links = vec![
        link(routes::PEOPLE, support::people_title(locale)),
        link(routes::MANAGERS, managers::title(locale)),
        apis.current(is_at(routes::APIS) || is_new_api),
        link(routes::CATEGORIES, categories::categories(locale)),
        clients.current(is_at(routes::CLIENTS) || is_at(routes::TOKENS)),
        webhooks.current(is_webhook),
        link(routes::INCIDENTS, incidents::title(locale)),
        link(routes::SEARCHES, searches::title(locale)),
        link(routes::JOBS, jobs::title(locale)),
        link(routes::AUDIT, audit::title(locale)),
        link(routes::CONFIGURATION, configuration::title(locale)),
    ];
    view! { <LocalNav label=layout::administration(locale) links/> }
}
