//! How a contract manager is told of requests, and when they are away.

use axum::response::{IntoResponse, Response};
use chrono::NaiveTime;
use domain::managers::{self, Manager, NoticeChoice, RequestNotices};
use leptos::prelude::*;
use locales::{Locale, layout, managers as t};
use serde::Deserialize;

use super::{MANAGER, nav::ApprovalNav};
use crate::{
    components::{Breadcrumbs, Crumb, PageHead},
    forms::Errors,
    pages::managers::absence::{self, AbsenceForm, AbsencePanel},
    routes,
    web::{Flash, Page, PageError, PostedForm, Site, Visit, see_other, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVAL_PREFERENCES, show)
        .post(MANAGER, routes::APPROVAL_PREFERENCES, choose)
        .get(MANAGER, routes::APPROVAL_ABSENCE, back)
        .post(MANAGER, routes::APPROVAL_ABSENCE, set_absence)
}

/// As a field for a time of day sends it.
const TIME: &str = "%H:%M";

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    avisos: String,
    hora: String,
}

/// For those who come by the address of a form: after a change of language.
async fn back() -> Response {
    see_other(routes::APPROVAL_PREFERENCES)
}

async fn show(visit: Visit) -> Result<Page, PageError> {
    let me = own(&visit).await?;
    let form = AbsenceForm::from(&me);
    page(&visit, &me, &form, &Errors::default()).await
}

async fn own(visit: &Visit) -> Result<Manager, PageError> {
    let me = visit.scope.require_signed_in()?.id;
    Ok(managers::manager(&visit.scope, me).await?)
}

async fn choose(visit: Visit, PostedForm(form): PostedForm<Form>) -> Result<Response, PageError> {
    let before = managers::notice_choice(&visit.scope).await?;
    let time = form.hora.get(..5).unwrap_or(&form.hora);
    let time = NaiveTime::parse_from_str(time, TIME);
    let choice = NoticeChoice {
        notices: form.avisos.parse().map_err(|_| PageError::Malformed)?,
        digest_at: time.unwrap_or(before.digest_at),
    };
    managers::choose_notices(&visit.scope, choice).await?;
    let flash = Flash::NoticesChosen;
    Ok(see_other_with(routes::APPROVAL_PREFERENCES, flash, &visit))
}

async fn set_absence(
    visit: Visit,
    PostedForm(form): PostedForm<AbsenceForm>,
) -> Result<Response, PageError> {
    let me = own(&visit).await?;
    match absence::save(&visit, me.id, &form).await? {
        Ok(flash) => Ok(see_other_with(routes::APPROVAL_PREFERENCES, flash, &visit)),
        Err(errors) => {
            let page = page(&visit, &me, &form, &errors).await?;
            Ok(page.unprocessable().into_response())
        }
    }
}

async fn page(
    visit: &Visit,
    me: &Manager,
    form: &AbsenceForm,
    errors: &Errors,
) -> Result<Page, PageError> {
    let locale = visit.locale;
    let choice = managers::notice_choice(&visit.scope).await?;
    let colleagues = managers::names(&visit.scope).await?;
    let crumbs = vec![Crumb::new(routes::APPROVALS, layout::approvals(locale))];
    Ok(Page::new(visit, t::preferences(locale), || {
        view! {
            <ApprovalNav visit/>
            <Breadcrumbs locale crumbs here=t::preferences(locale)/>
            <PageHead title=t::preferences(locale)/>
            <div class="stack stack--form">
                <NoticePanel choice locale/>
                <AbsencePanel
                    manager=me colleagues=&colleagues action=routes::APPROVAL_ABSENCE.to_owned()
                    form errors locale
                />
            </div>
        }
    }))
}

#[component]
fn NoticePanel(choice: NoticeChoice, locale: Locale) -> impl IntoView {
    let time = choice.digest_at.format(TIME).to_string();
    let radio = |value: RequestNotices, label: &'static str, hint: Option<&'static str>| {
        let checked = value == choice.notices;
        view! {
            <label class="check">
                <input type="radio" name="avisos" value=value.as_str() checked=checked/>
                {label}
            </label>
            {hint.map(|hint| view! { <p class="soft small">{hint}</p> })}
        }
    };
    view! {
        <section class="panel">
            <h2>{t::notices(locale)}</h2>
            <form class="form" method="post" action=routes::APPROVAL_PREFERENCES>
                <fieldset class="stack">
                    <legend class="visually-hidden">{t::notices(locale)}</legend>
                    {radio(RequestNotices::Each, t::each(locale), Some(t::each_hint(locale)))}
                    {radio(RequestNotices::Digest, t::digest(locale), Some(t::digest_hint(locale)))}
                    {radio(RequestNotices::Nothing, t::nothing(locale), None)}
                </fieldset>
                <div class="field">
                    <label for="hora">{t::digest_at(locale)}</label>
                    <input id="hora" type="time" name="hora" value=time/>
                </div>
                <div class="actions"><button class="btn">{t::save(locale)}</button></div>
            </form>
        </section>
    }
}
