//! Handing a group over to another of its people.

use axum::response::{IntoResponse, Response};
use domain::{
    groups::members::{self, Member, MemberError},
    ids::{AccountId, GroupId},
};
use leptos::prelude::*;
use locales::{common, members as t};
use serde::Deserialize;

use super::place::Team;
use crate::{
    components::{Breadcrumbs, Notice, NoticeKind, PageHead},
    forms::{
        ErrorSummary, Errors, FieldError, FieldLabel, HiddenField, PasswordPrompt, PendingForm,
        SelectField, SelectOption,
    },
    routes,
    web::{
        Access::Member as SignedIn, Flash, Ids, Page, PageError, PostedForm, Site, Visit,
        see_other_with,
    },
};

pub(super) fn routes(site: Site) -> Site {
    site.get(SignedIn, routes::MEMBERS_HAND_OVER, show).post(
        SignedIn,
        routes::MEMBERS_HAND_OVER,
        hand_over,
    )
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    to: String,
    /// The password, where it was asked for.
    current: Option<String>,
}

async fn show(visit: Visit, Ids(id): Ids<GroupId>) -> Result<Page, PageError> {
    let team = Team::managed(&visit, id).await?;
    let others = others(&visit, id).await?;
    Ok(page(
        &visit,
        &team,
        &others,
        &Form::default(),
        &Errors::default(),
    ))
}

/// Who may get the group.
async fn others(visit: &Visit, group: GroupId) -> Result<Vec<Member>, PageError> {
    let mut all = members::all(&visit.scope, group).await?;
    all.retain(|member| visit.person().is_none_or(|person| person.id != member.id));
    Ok(all)
}

async fn hand_over(
    mut visit: Visit,
    Ids(id): Ids<GroupId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let team = Team::managed(&visit, id).await?;
    let people = others(&visit, id).await?;
    let to: Option<AccountId> = form.to.parse().ok();
    let Some(to) = to.filter(|to| people.iter().any(|member| member.id == *to)) else {
        let errors = Errors::of("to", FieldError::Choose);
        let page = page(&visit, &team, &people, &form, &errors);
        return Ok(page.unprocessable().into_response());
    };
    if let Some(prompt) = PasswordPrompt::unless_given(&mut visit, form.current.as_deref()).await? {
        let pending = PendingForm {
            what: t::hand_over_pending(visit.locale),
            action: team.address(routes::MEMBERS_HAND_OVER),
            fields: vec![HiddenField {
                name: "to",
                value: to.to_string(),
            }],
            cancel: team.address(routes::MEMBERS),
        };
        return Ok(prompt.page(&visit, &pending).into_response());
    }
    let flash = match members::hand_over(&visit.scope, id, to).await {
        Ok(()) => Flash::GroupHandedOver,
        Err(MemberError::LastOwner) => Flash::OwnerNeeded,
        Err(error) => return Err(error.into()),
    };
    Ok(see_other_with(
        &team.address(routes::MEMBERS),
        flash,
        &visit,
    ))
}

fn page(visit: &Visit, team: &Team, people: &[Member], form: &Form, errors: &Errors) -> Page {
    let locale = visit.locale;
    let title = t::hand_over(locale);
    Page::new(visit, title, || {
        let content = if people.is_empty() {
            let invite = team.address(routes::MEMBERS_INVITE);
            let content = view! {
                <p>{t::hand_over_nobody(locale)}</p>
                <p><a href=invite>{t::invite(locale)}</a></p>
            };
            view! { <Notice kind=NoticeKind::Info title content/> }.into_any()
        } else {
            view! { <Choice team people form errors visit/> }.into_any()
        };
        view! {
            <Breadcrumbs locale crumbs=team.crumbs_of_people(locale) here=title/>
            <PageHead title lead=t::hand_over_lead(locale)/>
            {content}
        }
    })
    .narrow()
}

#[component]
fn Choice<'a>(
    team: &'a Team,
    people: &'a [Member],
    form: &'a Form,
    errors: &'a Errors,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let options = people.iter().map(|member| SelectOption {
        value: member.id.to_string(),
        text: format!("{} ({})", member.name, member.email.shown()),
    });
    let options: Vec<_> = options.collect();
    view! {
        <form class="form" method="post" novalidate>
            <ErrorSummary errors labels=[FieldLabel::new("to", t::hand_over_to(locale))] locale/>
            <SelectField
                name="to" label=t::hand_over_to(locale) options chosen=form.to.as_str() errors locale
            />
            <div class="actions">
                <button class="btn">{t::hand_over(locale)}</button>
                <a class="btn btn--quiet" href=team.address(routes::MEMBERS)>{common::cancel(locale)}</a>
            </div>
        </form>
    }
}
