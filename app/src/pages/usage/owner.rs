//! Whose use it is: a group of the reader's, and an application in it.

use domain::{
    Scope,
    groups::{self, Group},
    ids::GroupId,
};
use locales::{Locale, layout};

use crate::{
    components::Crumb,
    pages::applications::GroupApplication,
    routes,
    web::{PageError, Visit},
};

/// The application that an address names, in a group of the reader's.
pub(super) async fn find(
    visit: &Visit,
    group: &str,
    application: &str,
) -> Result<GroupApplication, PageError> {
    GroupApplication::load(visit, group, application).await
}

pub(super) async fn find_group(scope: &Scope, id: &str) -> Result<Group, PageError> {
    let id: GroupId = id.parse().map_err(|_| PageError::NotFound)?;
    groups::find(scope, id).await?.ok_or(PageError::NotFound)
}

pub(super) fn my_applications(locale: Locale) -> Crumb {
    Crumb::new(routes::APPLICATIONS, layout::my_applications(locale))
}

pub(super) fn group_address(group: GroupId) -> String {
    routes::fill(routes::GROUP, &[&group])
}
