//! Changing the conditions of an application.

use axum::response::{IntoResponse, Response};
use domain::{
    applications::Application,
    approvals::{self, ConditionsChangeError, Review},
    ids::ApplicationId,
};
use leptos::prelude::*;
use locales::{approvals as words, common, conditions as t, layout, terms};
use serde::Deserialize;
use values::Reason;

use super::{
    MANAGER,
    access::is_own,
    conditions_form::{ConditionsFields, ConditionsForm, labels},
    decide::to_request,
    from_list::FromList,
    own,
    request::find,
};
use crate::{
    components::{Breadcrumbs, Crumb},
    forms::{ErrorSummary, Errors, FieldKind, FieldLabel, TextField},
    routes,
    web::{Flash, Ids, KeptForm, Page, PageError, PostedForm, Site, Visit, see_other},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVAL_CONDITIONS, show).post(
        MANAGER,
        routes::APPROVAL_CONDITIONS,
        change,
    )
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    reason: String,
    /// The revision of the conditions when the page was opened.
    revision: String,
    #[serde(flatten)]
    conditions: ConditionsForm,
}

impl Form {
    fn of(review: &Review) -> Self {
        let stored = review.conditions.as_ref();
        Self {
            reason: String::new(),
            revision: stored.map_or(0, |stored| stored.revision).to_string(),
            conditions: stored.map(ConditionsForm::from).unwrap_or_default(),
        }
    }
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
    let form = kept.unwrap_or_else(|| Form::of(&review));
    Ok(page(&visit, &review, application, &form, &Errors::default()).into_response())
}

async fn change(
    visit: Visit,
    Ids(id): Ids<ApplicationId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let review = find(&visit, id.request()).await?;
    let last_day = review.conditions.as_ref().and_then(|it| it.ends_on);
    let mut errors = Errors::default();
    let reason = errors.check("reason", Reason::parse(&form.reason));
    let conditions = form.conditions.parse(&visit, last_day);
    if let Err(found) = &conditions {
        for (field, error) in found.iter() {
            errors.add(field.to_owned(), error);
        }
    }
    let (Some(reason), Ok(conditions)) = (reason, conditions) else {
        return Ok(refuse(&visit, &review, id, &form, &errors));
    };
    // Without one, it is as if there were no conditions yet.
    let (scope, seen) = (&visit.scope, form.revision.parse().unwrap_or_default());
    let changed = approvals::change_conditions(scope, id, seen, &conditions, reason).await;
    let flash = match changed {
        Ok(()) => Flash::ConditionsSaved,
        Err(ConditionsChangeError::Changed) => Flash::ConditionsChanged,
        Err(ConditionsChangeError::Conditions(_)) => Flash::ConditionsPast,
        Err(ConditionsChangeError::Own) => Flash::OwnRequest,
        Err(ConditionsChangeError::NotCovered) => Flash::NotCovered,
        Err(ConditionsChangeError::Common(error)) => return Err(error.into()),
    };
    Ok(answer(&visit, id, flash))
}

/// The page again, unless there is nothing to change any more.
fn refuse(
    visit: &Visit,
    review: &Review,
    id: ApplicationId,
    form: &Form,
    errors: &Errors,
) -> Response {
    if is_own(review) {
        return answer(visit, id, Flash::OwnRequest);
    }
    match review.application_in_use() {
        Some(application) => page(visit, review, application, form, errors)
            .unprocessable()
            .into_response(),
        None => answer(visit, id, Flash::AccessChanged),
    }
}

fn answer(visit: &Visit, id: ApplicationId, flash: Flash) -> Response {
    to_request(visit, id.request(), flash)
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
    let title = t::change_title(locale, &application.name);
    let crumbs = vec![
        Crumb::new(list.address(), layout::approvals(locale)),
        Crumb::new(back.clone(), words::title(locale, &number)),
    ];
    let reason = FieldLabel::new("reason", terms::reason(locale));
    let labels: Vec<_> = labels(locale).into_iter().chain([reason]).collect();
    Page::new(visit, title.clone(), || {
        view! {
            <Breadcrumbs locale crumbs here=t::title(locale)/>
            <header class="page-head"><div><h1>{title}</h1></div></header>
            <own::RecordedNotice review locale/>
            <form class="form" method="post" novalidate>
                <ErrorSummary errors labels locale/>
                <input type="hidden" name="revision" value=form.revision.clone()/>
                <ConditionsFields form=&form.conditions errors locale/>
                <TextField
                    name="reason" label=terms::reason(locale) value=form.reason.as_str()
                    hint=t::change_hint(locale) kind=FieldKind::Paragraphs errors locale
                />
                <div class="actions">
                    <button class="btn">{t::save(locale)}</button>
                    <a class="btn btn--quiet" href=back>{common::back(locale)}</a>
                </div>
            </form>
        }
    })
    .narrow()
}
