//! Addresses that lead to one thing on a page.

use domain::ids::{ApplicationId, GroupId, RequestId};

use crate::routes;

/// The group with one application unfolded and no secret shown.
#[must_use]
pub fn ticket_path(group: GroupId, application: ApplicationId) -> String {
    let page = routes::fill(routes::GROUP, &[&group]);
    format!("{page}?aplicacao={application}#{application}")
}

/// The page that says what became of a request.
#[must_use]
pub fn request_path(id: RequestId) -> String {
    routes::fill(routes::REQUEST_DONE, &[&id])
}
