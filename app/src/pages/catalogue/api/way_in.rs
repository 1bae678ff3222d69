//! How programs get into the portal's own API, where other APIs have their plans.

use domain::{Role, catalogue::Api};
use leptos::prelude::*;
use locales::{api as t, clients};

use super::ApiPage;
use crate::{routes, web::Visit};

/// Where links lead to it.
const WAY_IN: &str = "acesso";

/// Whether the reader may register the clients of programs.
pub(super) fn may_let_in(visit: &Visit) -> bool {
    let person = visit.person();
    person.is_some_and(|it| it.has(Role::Administrator))
}

#[component]
pub(super) fn WayIn<'a>(api: &'a Api, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let documentation = ApiPage::Documentation.address(api);
    let clients = may_let_in(visit).then(|| {
        view! { <a class="btn btn--quiet" href=routes::CLIENTS>{clients::title(locale)}</a> }
    });
    view! {
        <section class="section" id=WAY_IN>
            <h2>{t::way_in(locale)}</h2>
            <p>{t::way_in_text(locale)}</p>
            <div class="actions">
                <a class="btn" href=documentation>{t::way_in_more(locale)}</a>
                {clients}
            </div>
        </section>
    }
}
