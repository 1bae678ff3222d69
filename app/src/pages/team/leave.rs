//! Leaving a group, once more asked.

use axum::response::Response;
use domain::{
    groups::members::{self, MemberError},
    ids::GroupId,
};
use leptos::prelude::*;
use locales::{common, members as t};

use super::place::Team;
use crate::{
    components::{Breadcrumbs, Notice, NoticeKind},
    routes,
    web::{Access::Member, Flash, Ids, Page, PageError, Site, Visit, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::MEMBERS_LEAVE, ask)
        .post(Member, routes::MEMBERS_LEAVE, leave)
}

async fn ask(visit: Visit, Ids(id): Ids<GroupId>) -> Result<Page, PageError> {
    let team = Team::load(&visit, id).await?;
    let locale = visit.locale;
    let title = t::leave_title(locale, &team.group.name);
    Ok(Page::new(&visit, title.clone(), || {
        let means = view! { <p>{t::leave_means(locale)}</p> };
        view! {
            <Breadcrumbs locale crumbs=team.crumbs_of_people(locale) here=t::leave(locale)/>
            <header class="page-head"><div><h1>{title.clone()}</h1></div></header>
            <Notice kind=NoticeKind::Bad title content=means/>
            <form class="form" method="post">
                <div class="actions">
                    <button class="btn btn--danger">{t::leave(locale)}</button>
                    <a class="btn btn--quiet" href=team.address(routes::MEMBERS)>{common::cancel(locale)}</a>
                </div>
            </form>
        }
    })
    .narrow())
}

async fn leave(visit: Visit, Ids(id): Ids<GroupId>) -> Result<Response, PageError> {
    let team = Team::load(&visit, id).await?;
    match members::leave(&visit.scope, id).await {
        Ok(()) => Ok(see_other_with(
            routes::APPLICATIONS,
            Flash::GroupLeft,
            &visit,
        )),
        Err(MemberError::LastOwner) => {
            let list = team.address(routes::MEMBERS);
            Ok(see_other_with(&list, Flash::OwnerNeeded, &visit))
        }
        Err(error) => Err(error.into()),
    }
}
