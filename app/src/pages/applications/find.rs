//! The application that an address speaks of.

use domain::{
    applications::{self, ApplicationView},
    groups::{self, Group},
};
use locales::{Locale, layout};

use super::reveal::unfolded;
use crate::{
    routes,
    web::{PageError, Visit},
};

/// An application, and the group of the reader's that it belongs to.
pub(super) struct Found {
    pub group: Group,
    pub application: ApplicationView,
}

impl Found {
    pub(super) async fn load(
        visit: &Visit,
        group: &str,
        application: &str,
    ) -> Result<Self, PageError> {
        let group = group.parse().map_err(|_| PageError::NotFound)?;
        let application = application.parse().map_err(|_| PageError::NotFound)?;
        let group = groups::find(&visit.scope, group).await?;
        let application = applications::find(&visit.scope, application).await?;
        match (group, application) {
            (Some(group), Some(application)) if application.group_id == Some(group.id) => {
                Ok(Self { group, application })
            }
            _ => Err(PageError::NotFound),
        }
    }

    /// The way to a page of the application's own.
    pub(super) fn way(&self, locale: Locale) -> Vec<(String, String)> {
        vec![
            (
                routes::APPLICATIONS.to_owned(),
                layout::my_applications(locale).to_owned(),
            ),
            (
                routes::fill(routes::GROUP, &[&self.group.id]),
                self.group.name.clone(),
            ),
            (
                unfolded(self.group.id, self.application.id),
                self.application.name.clone(),
            ),
        ]
    }

    /// The address of a page of the application's own.
    pub(super) fn address(&self, route: &str) -> String {
        routes::fill(route, &[&self.group.id, &self.application.id])
    }
}
