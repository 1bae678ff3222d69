//! Webhooks: addresses of programs that are told of what happens, and what was sent to them.

mod act;
mod change;
mod delete;
mod deliveries;
mod delivery;
mod events;
mod form;
mod list;
mod made;
mod new;
mod one;
mod place;
mod secret;
mod verify;
mod words;

use domain::Role;

use crate::web::{Access, Site};

const ADMINISTRATOR: Access = Access::Role(Role::Administrator);

pub fn routes(site: Site) -> Site {
    site.merge([
        list::routes,
        new::routes,
        one::routes,
        change::routes,
        secret::routes,
        act::routes,
        delete::routes,
        delivery::routes,
    ])
}
