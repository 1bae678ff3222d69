//! What was done to a request or an application, by whom and why.

use domain::audit::{Action, Entry};
use leptos::prelude::*;
use locales::{Locale, approvals as t, events};

use crate::{
    components::{facts, time},
    web::Visit,
};

pub(super) fn section(entries: &[Entry], visit: &Visit) -> impl IntoView + use<> {
    let lines = entries
        .iter()
        .map(|entry| line(entry, visit))
        .collect_view();
    (!entries.is_empty()).then(|| {
        view! {
            <section class="panel">
                <h2>{t::history(visit.locale)}</h2>
                <ol class="timeline" role="list">{lines}</ol>
            </section>
        }
    })
}

fn line(entry: &Entry, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let by = entry
        .actor()
        .map(|name| format!(" {}", t::by(locale, name)));
    // The number that a change of plan comes with is said with it.
    let said = entry
        .details
        .as_deref()
        .filter(|_| entry.action != Action::PlanChanged)
        .map(facts::paragraphs);
    view! {
        <li>
            <p>{what(entry, locale)} {by}</p>
            {said}
            <p class="soft small">{time::stamp(entry.at, visit)}</p>
        </li>
    }
}

fn what(entry: &Entry, locale: Locale) -> String {
    let words = match entry.action {
        Action::ApplicationSubmitted => t::submitted(locale),
        Action::ApplicationApproved => t::approved(locale),
        Action::ApplicationRejected => t::rejected(locale),
        Action::ApplicationCancelled => t::cancelled(locale),
        Action::ApplicationSuspended => t::suspended(locale),
        Action::ApplicationResumed => t::resumed(locale),
        Action::ApplicationRevoked => t::revoked(locale),
        Action::PlanChanged => {
            return t::plan_changed(locale, entry.details.as_deref().unwrap_or_default());
        }
        Action::DecidedOnOwn => t::decided_on_own(locale),
        _ => events::other(locale),
    };
    words.to_owned()
}
