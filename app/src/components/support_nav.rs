//! The navigation among the pages of support, with the number of messages that are open.

use domain::messages::{self, MAX_COUNTED};
use leptos::prelude::*;
use locales::{layout, messages as t, number, support, support_groups};

use super::{LocalNav, NavLink};
use crate::{
    routes,
    web::{PageError, Visit},
};

/// How many messages are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenMessages(u64);

impl OpenMessages {
    /// # Errors
    /// When the reader is not in support, or the database cannot be read.
    pub async fn count(visit: &Visit) -> Result<Self, PageError> {
        Ok(Self(messages::count_open(&visit.scope).await?))
    }
}

/// Marks the page that is shown.
#[component]
pub fn SupportNav<'a>(visit: &'a Visit, open: OpenMessages) -> impl IntoView + use<> {
    let locale = visit.locale;
    let OpenMessages(count) = open;
    let messages = match count {
        0 => t::title(locale).to_owned(),
        MAX_COUNTED.. => t::title_with_many(locale, number::count(MAX_COUNTED - 1, locale)),
        _ => t::title_with(locale, number::count(count, locale)),
    };
    let link = |page, name| NavLink::new(page, name).current(visit.path.starts_with(page));
    let links = vec![
        link(routes::SUPPORT, support::title(locale).to_owned()),
        link(routes::SUPPORT_MESSAGES, messages),
        link(
            routes::SUPPORT_GROUPS,
            support_groups::title(locale).to_owned(),
        ),
    ];
    view! { <LocalNav label=layout::support(locale) links/> }
}
