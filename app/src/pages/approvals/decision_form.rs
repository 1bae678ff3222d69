//! The form by which a contract manager decides, or asks something first.

use domain::{
    approvals::Review,
    requests::{RequestKind, RequestState},
};
use leptos::prelude::*;
use locales::{Locale, approvals as t, inquiries, reasons};

use super::{
    conditions_form::{ConditionsFold, labels},
    decide::Form,
    from_list::FromList,
    own,
};
use crate::{
    components::{NoUpstream, Notice, NoticeKind},
    forms::{ErrorSummary, Errors, FieldKind, FieldLabel, SelectField, SelectOption, TextField},
    routes,
};

/// One form for all answers, so that the text goes with whichever button is pressed.
#[component]
pub(super) fn DecisionForm<'a>(
    review: &'a Review,
    form: &'a Form,
    list: &'a FromList,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let id = review.request.id;
    let [approve, reject, ask] = [routes::APPROVE, routes::REJECT, routes::APPROVAL_ASK]
        .map(|route| list.carried_by(&routes::fill(route, &[&id])));
    let may_ask = review.request.state == RequestState::Pending;
    let seen = review.request.state.as_str();
    let has_conditions = review.request.kind == RequestKind::Access;
    let labels: Vec<_> = [
        FieldLabel::new("reason", t::message(locale)),
        FieldLabel::new("saved", reasons::choose(locale)),
    ]
    .into_iter()
    .chain(labels(locale))
    .collect();
    let gone = review
        .plan_change
        .as_ref()
        .is_some_and(|target| !target.is_trial_in_use());
    view! {
        <section class="panel" id="decisao">
            <h2>{t::decision(locale)}</h2>
            <own::RecordedNotice review locale/>
            {gone.then(|| no_plan_to_change(locale))}
            <NoUpstream api=&review.api plan=review.plan() locale/>
            <form class="form" method="post" novalidate action=approve>
                <ErrorSummary errors labels locale/>
                <input type="hidden" name="seen" value=seen/>
                <TextField
                    name="reason" label=t::message(locale) value=form.reason.as_str()
                    hint=t::reason_hint(locale) kind=FieldKind::Paragraphs errors locale
                />
                {has_conditions.then(|| view! {
                    <ConditionsFold form=&form.conditions errors locale/>
                })}
                <div class="actions">
                    {(!gone).then(|| view! { <button class="btn">{t::approve(locale)}</button> })}
                    <button class="btn btn--danger" formaction=reject>{t::reject(locale)}</button>
                    {may_ask.then(|| view! {
                        <button class="btn btn--quiet" formaction=ask>{inquiries::ask(locale)}</button>
                    })}
                </div>
                <SavedReasons review form list errors locale/>
            </form>
        </section>
    }
}

/// The texts that managers use again and again, and the button that puts one into the form. It stands
/// after the others: the first button is the one that the key Enter presses.
#[component]
fn SavedReasons<'a>(
    review: &'a Review,
    form: &'a Form,
    list: &'a FromList,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let insert = routes::fill(routes::APPROVAL_REASON, &[&review.request.id]);
    let insert = list.carried_by(&insert);
    let language = match review.applicant_locale {
        Locale::PtBr => reasons::portuguese(locale),
        Locale::En => reasons::english(locale),
        Locale::Es => reasons::spanish(locale),
    };
    let options: Vec<_> = review
        .saved_reasons
        .iter()
        .map(|reason| SelectOption {
            value: reason.id.to_string(),
            text: reason.title.clone(),
        })
        .collect();
    let chosen = form.saved.as_str();
    let choice = (!options.is_empty()).then(|| {
        view! {
            <SelectField
                name="saved" label=reasons::choose(locale)
                hint=reasons::choose_hint(locale, language) options chosen optional=true
                errors locale
            />
            <div class="actions">
                <button class="btn btn--quiet btn--small" formaction=insert>
                    {reasons::insert(locale)}
                </button>
            </div>
        }
    });
    view! {
        {choice}
        <p class="small"><a href=routes::REASONS>{reasons::title(locale)}</a></p>
    }
}

fn no_plan_to_change(locale: Locale) -> impl IntoView {
    view! {
        <Notice
            kind=NoticeKind::Bad title=t::plan_change_gone_title(locale)
            content=view! { <p>{t::plan_change_gone(locale)}</p> }
        />
    }
}
