//! A notice that an API on Pay Per Use has no upstream yet.

use domain::catalogue::{Api, Plan};
use leptos::prelude::*;
use locales::{Locale, api as t};

use super::{Notice, NoticeKind};

/// Draws nothing for Trial, which the sandbox answers, or where the API has an upstream.
#[component]
pub fn NoUpstream<'a>(api: &'a Api, plan: Plan, locale: Locale) -> impl IntoView + use<> {
    let nowhere = plan == Plan::PayPerUse && api.upstream.is_none();
    nowhere.then(|| {
        let content = view! { <p>{t::no_upstream(locale)}</p> };
        view! { <Notice kind=NoticeKind::Wait title=t::no_upstream_title(locale) content/> }
    })
}
