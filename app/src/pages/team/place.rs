//! Which group a page is about, and what its reader may do there.

use domain::{
    groups::{self, Group, GroupRight, MemberRole},
    ids::GroupId,
};
use leptos::prelude::*;
use locales::{Locale, group_edit as edit, layout, members as t};

use crate::{
    components::{Crumb, LocalNav, NavLink},
    routes,
    web::{PageError, Visit},
};

/// A group that the reader belongs to.
pub(super) struct Team {
    pub group: Group,
    pub role: MemberRole,
}

impl Team {
    pub async fn load(visit: &Visit, id: GroupId) -> Result<Self, PageError> {
        let group = groups::find(&visit.scope, id).await?;
        let role = groups::own_role(&visit.scope, id).await?;
        let (group, role) = group.zip(role).ok_or(PageError::NotFound)?;
        Ok(Self { group, role })
    }

    /// The same for those who look after the group.
    pub async fn managed(visit: &Visit, id: GroupId) -> Result<Self, PageError> {
        let team = Self::load(visit, id).await?;
        if team.role.may(GroupRight::Manage) {
            Ok(team)
        } else {
            Err(PageError::Forbidden)
        }
    }

    /// The address of a page of the group.
    pub fn address(&self, route: &str) -> String {
        routes::fill(route, &[&self.group.id])
    }

    /// Links to the pages above one of the group.
    pub fn crumbs(&self, locale: Locale) -> Vec<Crumb> {
        vec![
            Crumb::new(routes::APPLICATIONS, layout::my_applications(locale)),
            Crumb::new(self.address(routes::GROUP), self.group.name.clone()),
        ]
    }

    /// Links to the pages above one about the people.
    pub fn crumbs_of_people(&self, locale: Locale) -> Vec<Crumb> {
        let mut crumbs = self.crumbs(locale);
        crumbs.push(Crumb::new(self.address(routes::MEMBERS), t::title(locale)));
        crumbs
    }
}

/// From one page of a group to another: those that the reader may open.
pub fn team_nav(
    group: GroupId,
    role: MemberRole,
    current: &'static str,
    locale: Locale,
) -> impl IntoView + use<> {
    let pages = [
        (routes::GROUP, t::applications(locale), GroupRight::See),
        (routes::MEMBERS, t::title(locale), GroupRight::See),
        (routes::GROUP_EDIT, edit::title(locale), GroupRight::Manage),
        (
            routes::GROUP_HISTORY,
            edit::history(locale),
            GroupRight::Manage,
        ),
    ];
    let links = pages
        .into_iter()
        .filter(|(_, _, right)| role.may(*right))
        .map(|(route, name, _)| {
            NavLink::new(routes::fill(route, &[&group]), name).current(route == current)
        });
    let links: Vec<_> = links.collect();
    view! { <LocalNav label=t::nav(locale) links/> }
}
