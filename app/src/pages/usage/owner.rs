//! The group whose usage is shown.

use domain::{
    Scope,
    groups::{self, Group},
    ids::GroupId,
};
use locales::{Locale, layout};

use crate::{components::Crumb, routes, web::PageError};

pub(super) async fn find_group(scope: &Scope, id: GroupId) -> Result<Group, PageError> {
    groups::find(scope, id).await?.ok_or(PageError::NotFound)
}

pub(super) fn my_applications(locale: Locale) -> Crumb {
    Crumb::new(routes::APPLICATIONS, layout::my_applications(locale))
}

pub(super) fn group_address(group: GroupId) -> String {
    routes::fill(routes::GROUP, &[&group])
}
