//! What became of each of several requests.

use std::collections::HashMap;

use domain::{
    approvals::{DecisionError, DecisionResult, Taken},
    ids::RequestId,
    requests::{Request, RequestState},
};
use leptos::prelude::*;
use locales::{Locale, approval_queue as t, inquiries, number};

use super::{Chosen, crumbs};
use crate::{
    components::{Breadcrumbs, PageHead},
    routes,
    web::{Page, Visit},
};

/// Of each, whether it was done and why not. Sent again, it says the same.
pub(super) fn page(
    visit: &Visit,
    chosen: &Chosen,
    requests: &HashMap<RequestId, Request>,
    results: &[DecisionResult],
) -> Page {
    let locale = visit.locale;
    let done = results.iter().filter(|it| it.outcome.is_ok()).count();
    let count = |number: usize| number::count(number as u64, locale);
    let summary = if done == results.len() {
        t::results_all(locale, count(done))
    } else {
        t::results_some(locale, count(done), count(results.len()))
    };
    Page::new(visit, t::results_title(locale), || {
        let rows = results.iter().map(|result| {
            let request = requests.get(&result.request);
            view! { <ResultRow result request chosen locale/> }
        });
        let rows = rows.collect_view();
        view! {
            <Breadcrumbs locale crumbs=crumbs(chosen, locale) here=t::several_title(locale)/>
            <PageHead title=t::results_title(locale)/>
            <p role="status">{summary}</p>
            <ul class="lines" role="list">{rows}</ul>
            <div class="actions">
                <a class="btn" href=chosen.list.address()>{t::back_to_list(locale)}</a>
                <a class="btn btn--quiet" href=chosen.list.next(None)>{t::next(locale)}</a>
            </div>
        }
    })
    .secret()
}

#[component]
fn ResultRow<'a>(
    result: &'a DecisionResult,
    request: Option<&'a Request>,
    chosen: &'a Chosen,
    locale: Locale,
) -> impl IntoView + use<> {
    let named = request.map(|request| {
        let path = routes::fill(routes::APPROVAL, &[&request.id]);
        let href = chosen.list.carried_by(&path);
        view! { <a class="mono" href=href>{request.number.clone()}</a> " " {request.name.clone()} }
    });
    let (class, word, why) = match &result.outcome {
        Ok(taken) => {
            let word = if chosen.is_rejection {
                t::result_rejected(locale)
            } else {
                t::result_approved(locale)
            };
            let before = (*taken == Taken::Before).then(|| t::result_before(locale));
            ("stamp stamp--good", word, before)
        }
        Err(error) => (
            "stamp stamp--bad",
            t::result_not(locale),
            Some(why_not(error, locale)),
        ),
    };
    view! {
        <li>
            <p>{named} " " <span class=class>{word}</span></p>
            {why.map(|why| view! { <p class="soft small">{why}</p> })}
        </li>
    }
}

const fn why_not(error: &DecisionError, locale: Locale) -> &'static str {
    match error {
        DecisionError::AlreadyDecided {
            state: RequestState::Pending,
        } => t::assign_changed(locale),
        DecisionError::AlreadyDecided {
            state: RequestState::AwaitingApplicant,
        } => inquiries::asked_meanwhile(locale),
        DecisionError::AlreadyDecided { .. } => t::why_decided(locale),
        // Nobody sets conditions for several.
        DecisionError::NoPlanToChange | DecisionError::Conditions(_) => t::why_no_plan(locale),
        DecisionError::Own => t::why_own(locale),
        DecisionError::NotCovered => t::not_covered(locale),
        DecisionError::Common(domain::Error::NotFound(_)) => t::why_unknown(locale),
        DecisionError::Common(_) => t::why_fault(locale),
    }
}
