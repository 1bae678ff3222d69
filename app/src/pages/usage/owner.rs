//! Whose use it is: a group of the reader's, and an application in it.

use domain::{
    Scope,
    applications::{self, ApplicationView},
    groups::{self, Group},
    ids::{ApplicationId, GroupId},
};
use leptos::prelude::*;
use locales::{Locale, layout};

use crate::{components::breadcrumbs, components::terms, routes, web::PageError};

/// What the address of a page names: an application, in the group that it says.
pub(super) struct Owner {
    pub group: Group,
    pub application: ApplicationView,
}

impl Owner {
    pub async fn find(scope: &Scope, group: &str, application: &str) -> Result<Self, PageError> {
        let group = find_group(scope, group).await?;
        let id: ApplicationId = application.parse().map_err(|_| PageError::NotFound)?;
        let application = applications::find(scope, id)
            .await?
            .filter(|found| found.group_id == Some(group.id) && found.number.is_some())
            .ok_or(PageError::NotFound)?;
        Ok(Self { group, application })
    }

    /// The address of a page about it.
    pub fn address(&self, route: &str) -> String {
        routes::fill(route, &[&self.group.id, &self.application.id])
    }

    /// The application's ticket, unfolded.
    pub fn ticket(&self) -> String {
        ticket(&self.application, self.group.id)
    }

    /// The way to a page about it.
    pub fn breadcrumbs(&self, here: &'static str, locale: Locale) -> impl IntoView + use<> {
        let way = vec![
            my_applications(locale),
            (group_address(self.group.id), self.group.name.clone()),
            (self.ticket(), self.application.name.clone()),
        ];
        breadcrumbs(locale, way, here)
    }

    /// Which application it is, on which API and plan.
    pub fn lead(&self, locale: Locale) -> String {
        let api = &self.application.api.text(locale).name;
        let plan = terms::plan(self.application.plan, locale);
        format!("{} · {api} · {plan}", self.application.name)
    }
}

pub(super) async fn find_group(scope: &Scope, id: &str) -> Result<Group, PageError> {
    let id: GroupId = id.parse().map_err(|_| PageError::NotFound)?;
    groups::find(scope, id).await?.ok_or(PageError::NotFound)
}

pub(super) fn my_applications(locale: Locale) -> (String, String) {
    let title = layout::my_applications(locale);
    (routes::APPLICATIONS.to_owned(), title.to_owned())
}

pub(super) fn group_address(group: GroupId) -> String {
    routes::fill(routes::GROUP, &[&group])
}

/// The ticket of an application on its group's page, unfolded.
pub(super) fn ticket(application: &ApplicationView, group: GroupId) -> String {
    let page = group_address(group);
    format!("{page}?aplicacao={0}#{0}", application.id)
}
