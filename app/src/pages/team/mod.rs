//! A permission group as a team: its people, whom it invites, its data and its history.

mod company;
mod edit;
mod hand_over;
mod history;
mod invite;
mod leave;
mod member;
mod members;
mod place;

pub use place::team_nav;

use crate::web::Site;

pub fn routes(site: Site) -> Site {
    site.merge([
        members::routes,
        member::routes,
        invite::routes,
        leave::routes,
        hand_over::routes,
        edit::routes,
        company::routes,
        history::routes,
    ])
}
