//! "Uso": how an application and a group use their APIs, and their latest calls.

mod application;
mod axis;
mod calls;
mod csv;
mod figures;
mod found;
mod group;
mod numbers;
mod owner;
pub mod plot;
pub mod scale;
mod statuses;
mod window;

use crate::{
    routes,
    web::{Access::Member, Site},
};

pub fn routes(site: Site) -> Site {
    site.get(Member, routes::USE, application::show)
        .get(Member, routes::USE_CSV, application::download)
        .get(Member, routes::GROUP_USE, group::show)
        .get(Member, routes::GROUP_USE_CSV, group::download)
        .get(Member, routes::CALLS, calls::show)
}
