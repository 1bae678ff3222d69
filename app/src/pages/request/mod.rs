//! Asking for an API, step by step. Every step has its address; what was said is kept in a draft.

mod answer;
mod application;
mod done;
mod draft;
mod facts;
mod frame;
mod group;
mod outcome;
mod plan_change;
mod questions;
mod review;
mod start;
mod suggestion;

use crate::web::Site;

pub use done::page as request_page;
pub use draft::next_path;
pub use outcome::contract_ended;

pub fn routes(site: Site) -> Site {
    site.merge([
        start::routes,
        group::routes,
        application::routes,
        review::routes,
        done::routes,
        answer::routes,
    ])
}
