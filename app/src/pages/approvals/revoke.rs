//! Revoking access: a step of its own, for there is no way back from it.

use axum::response::{IntoResponse, Response};
use domain::{
    applications::Application,
    approvals::{self, AccessError, Review},
    ids::ApplicationId,
};
use leptos::prelude::*;
use locales::{Locale, approvals as t, common, layout, terms as words};
use serde::Deserialize;
use values::Reason;

use super::{
    MANAGER,
    access::{answer, is_own, recent_calls},
    from_list::FromList,
    own,
    request::find,
};
use crate::{
    components::{Breadcrumbs, Crumb, Fact, MachineFact, Notice, NoticeKind, StatusStamp, terms},
    forms::{ErrorSummary, Errors, FieldKind, FieldLabel, TextField},
    routes,
    web::{Flash, Ids, KeptForm, Page, PageError, PostedForm, Site, Visit, see_other},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVAL_REVOKE, show)
        .post(MANAGER, routes::APPROVAL_REVOKE, revoke)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    reason: String,
    /// The state of the application when the page was opened.
    seen: String,
}

async fn show(
    visit: Visit,
    Ids(id): Ids<ApplicationId>,
    KeptForm(kept): KeptForm<Form>,
) -> Result<Response, PageError> {
    let review = find(&visit, id.request()).await?;
    let Some(application) = review.application_in_use().filter(|_| !is_own(&review)) else {
        return Ok(see_other(&routes::fill(routes::APPROVAL, &[&id])));
    };
    let form = Form {
        reason: kept.unwrap_or_default().reason,
        seen: application.state.to_string(),
    };
    Ok(page(&visit, &review, application, &form, &Errors::default()).into_response())
}

async fn revoke(
    visit: Visit,
    Ids(id): Ids<ApplicationId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let seen = form.seen.parse().map_err(|_| PageError::Malformed)?;
    match Reason::parse(&form.reason) {
        Ok(reason) => {
            let revoked = approvals::revoke(&visit.scope, id, seen, reason).await;
            answer(&visit, id, revoked, Flash::AccessRevoked)
        }
        Err(error) => refuse(&visit, id, &form, &Errors::of("reason", error.into())).await,
    }
}

/// The page again, unless there is nothing to revoke any more.
async fn refuse(
    visit: &Visit,
    id: ApplicationId,
    form: &Form,
    errors: &Errors,
) -> Result<Response, PageError> {
    let review = find(visit, id.request()).await?;
    if is_own(&review) {
        return answer(visit, id, Err(AccessError::Own), Flash::OwnRequest);
    }
    if let Some(application) = review.application_in_use() {
        let page = page(visit, &review, application, form, errors);
        return Ok(page.unprocessable().into_response());
    }
    let status = review.status();
    let changed = Err(AccessError::Changed { status });
    answer(visit, id, changed, Flash::AccessChanged)
}

fn page(
    visit: &Visit,
    review: &Review,
    application: &Application,
    form: &Form,
    errors: &Errors,
) -> Page {
    let locale = visit.locale;
    let number = review.request.number.clone();
    let list = FromList::of(visit);
    let back = list.carried_by(&routes::fill(routes::APPROVAL, &[&review.request.id]));
    let title = t::revoke_title(locale, &review.request.name);
    let crumbs = vec![
        Crumb::new(list.address(), layout::approvals(locale)),
        Crumb::new(back.clone(), number),
    ];
    Page::new(visit, title.clone(), || {
        view! {
            <Breadcrumbs locale crumbs here=t::revoke_crumb(locale)/>
            <header class="page-head">
                <div><h1>{title}</h1></div>
                <StatusStamp of=application.state.into() locale/>
            </header>
            <own::RecordedNotice review locale/>
            <Notice
                kind=NoticeKind::Bad title=t::no_way_back(locale) content=consequences(review, locale)
            />
            {application_panel(review, locale)}
            <RevokeForm form errors back locale/>
        }
    })
    .narrow()
}

fn consequences(review: &Review, locale: Locale) -> impl IntoView + use<> {
    let api = &review.api.text(locale).name;
    let plan_change = review
        .open_plan_change
        .as_ref()
        .map(|request| view! { <li>{t::revoke_plan_change(locale, &request.number)}</li> });
    view! {
        <ul>
            <li>{t::revoke_keys(locale)}</li>
            <li>{t::revoke_tokens(locale)}</li>
            <li>{t::revoke_calls(locale, api)} " " {recent_calls(review.recent_calls, locale)}</li>
            {plan_change}
        </ul>
        <p>{t::revoke_after(locale)}</p>
    }
}

fn application_panel(review: &Review, locale: Locale) -> impl IntoView + use<> {
    let key = review.public_key.as_ref().map(ToString::to_string);
    view! {
        <section class="panel">
            <h2>{words::application(locale)}</h2>
            <dl class="facts">
                <Fact name=words::name(locale) value=review.request.name.clone()/>
                <Fact name=words::api(locale) value=review.api.text(locale).name.clone()/>
                <Fact name=words::plan(locale) value=terms::plan(review.plan(), locale)/>
                <Fact name=words::legal_name(locale) value=review.group.legal_name.clone()/>
                <Fact name=words::group(locale) value=review.group.name.clone()/>
                {key.map(|key| view! { <MachineFact name=t::public_key(locale) value=key/> })}
            </dl>
        </section>
    }
}

#[component]
fn RevokeForm<'a>(
    form: &'a Form,
    errors: &'a Errors,
    back: String,
    locale: Locale,
) -> impl IntoView + use<> {
    view! {
        <form class="form" method="post" novalidate>
            <ErrorSummary errors labels=[FieldLabel::new("reason", words::reason(locale))] locale/>
            <input type="hidden" name="seen" value=form.seen.clone()/>
            <TextField
                name="reason" label=words::reason(locale) value=form.reason.as_str()
                hint=t::revoke_hint(locale) kind=FieldKind::Paragraphs errors locale
            />
            <div class="actions">
                <button class="btn btn--danger">{t::revoke(locale)}</button>
                <a class="btn btn--quiet" href=back>{common::back(locale)}</a>
            </div>
        </form>
    }
}
