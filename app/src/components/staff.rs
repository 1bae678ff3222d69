//! The parts of the portal where its staff works.

use domain::Role;
use locales::{Locale, layout as t};

use crate::routes;

/// Where those with a role work.
pub struct StaffArea {
    pub role: Role,
    pub href: &'static str,
    pub name: fn(Locale) -> &'static str,
}

/// All of them; who has several roles starts in the first.
pub const STAFF_AREAS: [StaffArea; 3] = [
    StaffArea {
        role: Role::ContractManager,
        href: routes::APPROVALS,
        name: t::approvals,
    },
    StaffArea {
        role: Role::Support,
        href: routes::SUPPORT,
        name: t::support,
    },
    StaffArea {
        role: Role::Administrator,
        href: routes::PEOPLE,
        name: t::administration,
    },
];
