//! The pages. Each file holds a page's view and the handler that answers its address.

mod account;
mod applications;
mod approvals;
mod catalogue;
mod doctor;
pub mod error_page;
#[cfg(test)]
mod floors;
mod forgotten;
mod group_address;
mod group_form;
mod group_new;
mod home;
mod jobs;
mod language;
mod legal;
mod link;
mod mailbox;
mod password;
mod people;
mod request;
mod sent;
mod session_start;
mod sign_in;
mod sign_out;
mod sign_up;
mod support;
mod usage;
mod well_known;

use crate::{
    routes,
    web::{Access::Anyone, Site},
};

/// Every page with its address and who may open it.
#[must_use]
pub fn site() -> Site {
    let site = Site::default().post(Anyone, routes::LANGUAGE, language::choose);
    let site = mailbox::routes(site);
    let site = applications::routes(site);
    let site = usage::routes(site);
    let site = approvals::routes(site);
    let site = people::routes(site);
    let site = jobs::routes(site);
    let site = support::routes(site);
    let site = link::routes(site);
    let site = password::routes(site);
    let site = sign_in::routes(site);
    let site = sign_out::routes(site);
    let site = forgotten::routes(site);
    let site = account::routes(site);
    let site = legal::routes(site);
    let site = well_known::routes(site);
    let site = home::routes(site);
    let site = doctor::routes(site);
    let site = catalogue::routes(site);
    let site = group_new::routes(site);
    let site = group_address::routes(site);
    let site = request::routes(site);
    sign_up::routes(site)
}
