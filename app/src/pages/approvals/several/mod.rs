//! Deciding on several requests at once: which they are, the decision, and what became of each.

mod results;

use std::collections::HashMap;

use axum::{
    extract::Query,
    response::{IntoResponse, Response},
};
use domain::{
    approvals::{self, MAX_AT_ONCE, NewDecision},
    ids::RequestId,
    requests::Request,
};
use leptos::prelude::*;
use locales::{Locale, approval_queue as t, approvals as words, layout, number};

use super::{MANAGER, decide::Form as Said, from_list::FromList};
use crate::{
    components::{Breadcrumbs, Crumb, LargeIcon, PageHead, StatusStamp, Symbol},
    forms::{ErrorSummary, Errors, FieldKind, FieldLabel, TextField},
    routes,
    web::{Page, PageError, PostedForm, Site, Visit},
};

/// The field that each chosen request sends.
pub(super) const CHOSEN: &str = "r";
const LIST: &str = "lista";
const REASON: &str = "reason";
const DECISION: &str = "decisao";
const REJECT: &str = "recusar";
const APPROVE: &str = "aprovar";

pub(super) fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVALS_SEVERAL, show).post(
        MANAGER,
        routes::APPROVALS_SEVERAL,
        decide,
    )
}

/// The fields of both forms: a name may stand there several times.
type Fields = Vec<(String, String)>;

/// What was chosen, and from which list.
struct Chosen {
    ids: Vec<RequestId>,
    list: FromList,
    said: Said,
    is_rejection: bool,
}

impl Chosen {
    fn of(fields: &Fields) -> Self {
        let value = |wanted: &str| {
            let mut found = fields.iter().filter(|(name, _)| name == wanted);
            found.next().map(|(_, value)| value.as_str())
        };
        let mut ids: Vec<RequestId> = Vec::new();
        for (_, value) in fields.iter().filter(|(name, _)| name == CHOSEN) {
            if let Ok(id) = value.parse()
                && !ids.contains(&id)
                && ids.len() < MAX_AT_ONCE
            {
                ids.push(id);
            }
        }
        Self {
            ids,
            list: FromList::of_query(value(LIST).unwrap_or_default()),
            said: Said {
                reason: value(REASON).unwrap_or_default().to_owned(),
                ..Said::default()
            },
            is_rejection: value(DECISION) == Some(REJECT),
        }
    }

    fn decision(&self) -> Result<NewDecision, Errors> {
        if self.is_rejection {
            self.said.reason().map(NewDecision::Reject)
        } else {
            self.said.remark().map(NewDecision::Approve)
        }
    }
}

async fn show(visit: Visit, Query(fields): Query<Fields>) -> Result<Page, PageError> {
    let chosen = Chosen::of(&fields);
    page(&visit, &chosen, &Errors::default()).await
}

async fn decide(
    visit: Visit,
    PostedForm(fields): PostedForm<Fields>,
) -> Result<Response, PageError> {
    let chosen = Chosen::of(&fields);
    let decision = match chosen.decision() {
        Ok(decision) => decision,
        Err(errors) => {
            let page = page(&visit, &chosen, &errors).await?;
            return Ok(page.unprocessable().into_response());
        }
    };
    let (scope, vault) = (&visit.scope, visit.vault());
    let results = approvals::decide_several(scope, vault, &chosen.ids, &decision).await?;
    let requests = named(&visit, &chosen.ids).await?;
    Ok(results::page(&visit, &chosen, &requests, &results).into_response())
}

/// The requests that there are of these.
async fn named(visit: &Visit, ids: &[RequestId]) -> Result<HashMap<RequestId, Request>, PageError> {
    let found = approvals::chosen(&visit.scope, ids).await?;
    Ok(found.into_iter().map(|it| (it.id, it)).collect())
}

async fn page(visit: &Visit, chosen: &Chosen, errors: &Errors) -> Result<Page, PageError> {
    let locale = visit.locale;
    let requests = named(visit, &chosen.ids).await?;
    let there: Vec<_> = chosen
        .ids
        .iter()
        .filter_map(|id| requests.get(id))
        .collect();
    Ok(Page::new(visit, t::several_title(locale), || {
        let content = if there.is_empty() {
            nothing(&chosen.list, locale).into_any()
        } else {
            view! { <DecisionForm requests=&there chosen errors locale/> }.into_any()
        };
        view! {
            <Breadcrumbs locale crumbs=crumbs(chosen, locale) here=t::several_title(locale)/>
            <PageHead title=t::several_title(locale) lead=t::several_lead(locale)/>
            {content}
        }
    }))
}

fn crumbs(chosen: &Chosen, locale: Locale) -> Vec<Crumb> {
    vec![Crumb::new(chosen.list.address(), layout::approvals(locale))]
}

fn nothing(list: &FromList, locale: Locale) -> impl IntoView + use<> {
    view! {
        <div class="empty">
            <LargeIcon symbol=Symbol::Info/>
            <h2>{t::several_none_title(locale)}</h2>
            <p>{t::several_none(locale)}</p>
            <div class="actions"><a class="btn" href=list.address()>{t::back_to_list(locale)}</a></div>
        </div>
    }
}

#[component]
fn DecisionForm<'a>(
    requests: &'a [&'a Request],
    chosen: &'a Chosen,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let rows = requests.iter().map(|request| {
        let id = request.id;
        let href = chosen
            .list
            .carried_by(&routes::fill(routes::APPROVAL, &[&id]));
        view! {
            <li>
                <input type="hidden" name=CHOSEN value=id.to_string()/>
                <a class="mono" href=href>{request.number.clone()}</a> " " {request.name.clone()}
                " " <StatusStamp of=request.state.into() locale/>
            </li>
        }
    });
    let rows = rows.collect_view();
    let count = requests.len();
    let query = chosen.list.filter().query();
    view! {
        <form class="form panel" method="post" novalidate action=routes::APPROVALS_SEVERAL>
            <ErrorSummary errors labels=[FieldLabel::new(REASON, words::message(locale))] locale/>
            <ul class="lines" role="list">{rows}</ul>
            <input type="hidden" name=LIST value=query/>
            <TextField
                name=REASON label=words::message(locale) value=chosen.said.reason.as_str()
                hint=t::several_message_hint(locale) kind=FieldKind::Paragraphs errors locale
            />
            <div class="actions">
                <button class="btn" name=DECISION value=APPROVE>{approve(count, locale)}</button>
                <button class="btn btn--danger" name=DECISION value=REJECT>{reject(count, locale)}</button>
                <a class="btn btn--quiet" href=chosen.list.address()>{t::back_to_list(locale)}</a>
            </div>
        </form>
    }
}

fn approve(count: usize, locale: Locale) -> String {
    match count {
        1 => t::approve_one(locale).to_owned(),
        count => t::approve_all(locale, number::count(count as u64, locale)),
    }
}

fn reject(count: usize, locale: Locale) -> String {
    match count {
        1 => t::reject_one(locale).to_owned(),
        count => t::reject_all(locale, number::count(count as u64, locale)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(fields: &[(&str, &str)]) -> Chosen {
        let fields = fields.iter();
        let owned = fields.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Chosen::of(&owned.collect())
    }

    #[test]
    fn each_request_is_chosen_once_and_no_more_than_so_many() {
        const ID: &str = "0198c000-0000-7000-8000-000000000001";
        let some = chosen(&[("r", ID), ("r", ID), ("r", "x"), ("s", ID)]);
        assert_eq!(some.ids, [ID.parse().unwrap()]);
        let many: Vec<_> = (0..2 * MAX_AT_ONCE)
            .map(|number| format!("0198c000-0000-7000-8000-{number:012}"))
            .collect();
        let many: Vec<_> = many.iter().map(|id| ("r", id.as_str())).collect();
        assert_eq!(chosen(&many).ids.len(), MAX_AT_ONCE);
    }

    #[test]
    fn only_a_rejection_needs_a_reason() {
        assert_eq!(
            chosen(&[("decisao", "aprovar")]).decision(),
            Ok(NewDecision::Approve(None))
        );
        assert!(chosen(&[("decisao", "recusar")]).decision().is_err());
        let said = [("decisao", "recusar"), ("reason", "Falta o contrato.")];
        assert!(matches!(
            chosen(&said).decision(),
            Ok(NewDecision::Reject(_))
        ));
    }
}
