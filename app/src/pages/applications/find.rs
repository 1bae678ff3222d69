//! The application that an address speaks of.

use domain::{
    groups::{self, Group, GroupRight},
    ids::{ApplicationId, GroupId},
    requests::{self, RequestView},
};
use locales::{Locale, layout};

use crate::{
    components::{Crumb, terms},
    routes,
    web::{PageError, Visit, ticket_path},
};

/// An application, and the group of the reader's that it belongs to.
pub struct GroupApplication {
    pub group: Group,
    pub application: RequestView,
}

impl GroupApplication {
    pub async fn load(
        visit: &Visit,
        group: GroupId,
        application: ApplicationId,
    ) -> Result<Self, PageError> {
        let group = groups::find(&visit.scope, group).await?;
        let application =
            requests::find_application(&visit.scope, visit.catalogue(), application).await?;
        match (group, application) {
            (Some(group), Some(application)) if application.group_id == group.id => {
                Ok(Self { group, application })
            }
            _ => Err(PageError::NotFound),
        }
    }

    /// The same, for whoever may do this in the group.
    pub async fn load_for(
        visit: &Visit,
        group: GroupId,
        application: ApplicationId,
        right: GroupRight,
    ) -> Result<Self, PageError> {
        let found = Self::load(visit, group, application).await?;
        if found.application.may(right) {
            Ok(found)
        } else {
            Err(PageError::Forbidden)
        }
    }

    /// Links to the pages above one of the application's own pages.
    pub fn crumbs(&self, locale: Locale) -> Vec<Crumb> {
        vec![
            Crumb::new(routes::APPLICATIONS, layout::my_applications(locale)),
            Crumb::new(
                routes::fill(routes::GROUP, &[&self.group.id]),
                self.group.name.clone(),
            ),
            Crumb::new(self.ticket(), self.application.name.clone()),
        ]
    }

    /// The address of a page of the application's own.
    pub fn address(&self, route: &str) -> String {
        routes::fill(route, &[&self.group.id, &self.application.application_id])
    }

    /// The application's ticket, unfolded.
    pub fn ticket(&self) -> String {
        ticket_path(self.group.id, self.application.application_id)
    }

    /// Which application it is, on which API and plan.
    pub fn lead(&self, locale: Locale) -> String {
        let api = &self.application.api.text(locale).name;
        let plan = terms::plan(self.application.plan, locale);
        format!("{} · {api} · {plan}", self.application.name)
    }
}
