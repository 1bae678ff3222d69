//! One of the people of a group: another role, or removal.

use axum::response::{IntoResponse, Response};
use domain::{
    groups::{
        GroupRight, MemberRole,
        members::{self, Member, MemberError},
    },
    ids::{AccountId, GroupId},
};
use leptos::prelude::*;
use locales::{common, members as t};
use serde::Deserialize;

use super::place::Team;
use crate::{
    components::{Breadcrumbs, Crumb, EmailAddress, Notice, NoticeKind, RoleChoice},
    forms::{
        ErrorSummary, Errors, FieldError, FieldLabel, HiddenField, PasswordPrompt, PendingForm,
    },
    routes,
    web::{
        Access::Member as SignedIn, Flash, Ids, Page, PageError, PostedForm, Site, Visit,
        see_other_with,
    },
};

pub(super) fn routes(site: Site) -> Site {
    site.get(SignedIn, routes::MEMBER, show)
        .post(SignedIn, routes::MEMBER, change)
        .get(SignedIn, routes::MEMBER_REMOVE, ask)
        .post(SignedIn, routes::MEMBER_REMOVE, remove)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    role: String,
    /// The password, where it was asked for.
    current: Option<String>,
}

/// A member, and the group that the reader looks after.
struct Found {
    team: Team,
    member: Member,
}

impl Found {
    async fn load(visit: &Visit, group: GroupId, account: AccountId) -> Result<Self, PageError> {
        let team = Team::managed(visit, group).await?;
        let member = members::one(&visit.scope, group, account).await?;
        Ok(Self { team, member })
    }

    fn address(&self, route: &str) -> String {
        routes::fill(route, &[&self.team.group.id, &self.member.id])
    }
}

async fn show(
    visit: Visit,
    Ids((group, id)): Ids<(GroupId, AccountId)>,
) -> Result<Page, PageError> {
    let found = Found::load(&visit, group, id).await?;
    let chosen = found.member.role.as_str();
    Ok(page(&visit, &found, chosen, &Errors::default()))
}

async fn change(
    mut visit: Visit,
    Ids((group, id)): Ids<(GroupId, AccountId)>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let found = Found::load(&visit, group, id).await?;
    let Ok(role) = form.role.parse::<MemberRole>() else {
        let errors = Errors::of("role", FieldError::Choose);
        let page = page(&visit, &found, "", &errors);
        return Ok(page.unprocessable().into_response());
    };
    if role.may(GroupRight::UseKeys)
        && let Some(prompt) =
            PasswordPrompt::unless_given(&mut visit, form.current.as_deref()).await?
    {
        let pending = pending(&visit, &found, role);
        return Ok(prompt.page(&visit, &pending).into_response());
    }
    let flash = match members::change_role(&visit.scope, group, id, role).await {
        Ok(()) => Flash::MemberRoleChanged,
        Err(MemberError::LastOwner) => Flash::OwnerNeeded,
        Err(error) => return Err(error.into()),
    };
    // Whoever gave the last right up sees the group, and no list of theirs to change.
    let list = found.team.address(routes::MEMBERS);
    Ok(see_other_with(&list, flash, &visit))
}

fn pending(visit: &Visit, found: &Found, role: MemberRole) -> PendingForm {
    PendingForm {
        what: t::role_pending(visit.locale),
        action: found.address(routes::MEMBER),
        fields: vec![HiddenField {
            name: "role",
            value: role.to_string(),
        }],
        cancel: found.team.address(routes::MEMBERS),
    }
}

fn page(visit: &Visit, found: &Found, chosen: &str, errors: &Errors) -> Page {
    let locale = visit.locale;
    let name = &found.member.name;
    let title = t::role_of(locale, name);
    Page::new(visit, title.clone(), || {
        let remove = found.address(routes::MEMBER_REMOVE);
        let crumbs = found.team.crumbs_of_people(locale);
        view! {
            <Breadcrumbs locale crumbs here=name.clone()/>
            <header class="page-head"><div>
                <h1>{title.clone()}</h1>
                <p class="soft"><EmailAddress email=&found.member.email/></p>
            </div></header>
            <form class="form" method="post" novalidate>
                <ErrorSummary errors labels=[FieldLabel::new("role", t::role(locale))] locale/>
                <RoleChoice legend=t::role(locale).to_owned() chosen errors locale/>
                <div class="actions">
                    <button class="btn">{common::save(locale)}</button>
                    <a class="btn btn--quiet" href=found.team.address(routes::MEMBERS)>{common::cancel(locale)}</a>
                </div>
            </form>
            <div class="actions">
                <a class="btn btn--danger" href=remove>{t::remove(locale)}</a>
            </div>
        }
    })
    .narrow()
}

async fn ask(visit: Visit, Ids((group, id)): Ids<(GroupId, AccountId)>) -> Result<Page, PageError> {
    let found = Found::load(&visit, group, id).await?;
    let locale = visit.locale;
    let title = t::remove_title(locale, &found.member.name);
    Ok(Page::new(&visit, title.clone(), || {
        let mut crumbs = found.team.crumbs_of_people(locale);
        let here = found.address(routes::MEMBER);
        crumbs.push(Crumb::new(here.clone(), found.member.name.clone()));
        let means = view! {
            <p>{t::remove_means(locale)}</p>
            <p>{t::remove_keys(locale)}</p>
        };
        view! {
            <Breadcrumbs locale crumbs here=t::remove(locale)/>
            <header class="page-head"><div><h1>{title.clone()}</h1></div></header>
            <Notice kind=NoticeKind::Bad title=found.member.email.shown() content=means/>
            <form class="form" method="post">
                <div class="actions">
                    <button class="btn btn--danger">{t::remove(locale)}</button>
                    <a class="btn btn--quiet" href=here>{common::cancel(locale)}</a>
                </div>
            </form>
        }
    })
    .narrow())
}

async fn remove(
    visit: Visit,
    Ids((group, id)): Ids<(GroupId, AccountId)>,
) -> Result<Response, PageError> {
    let found = Found::load(&visit, group, id).await?;
    let own = visit.person().is_some_and(|person| person.id == id);
    let list = found.team.address(routes::MEMBERS);
    match members::remove(&visit.scope, group, id).await {
        Ok(()) if own => Ok(see_other_with(
            routes::APPLICATIONS,
            Flash::GroupLeft,
            &visit,
        )),
        Ok(()) => Ok(see_other_with(&list, Flash::MemberRemoved, &visit)),
        Err(MemberError::LastOwner) => Ok(see_other_with(&list, Flash::OwnerNeeded, &visit)),
        Err(error) => Err(error.into()),
    }
}
