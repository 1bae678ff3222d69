//! Creating a permission group on its own, without a request.

use axum::response::{IntoResponse, Response};
use domain::groups::{self, CreateGroupError};
use leptos::prelude::*;
use locales::{common, group_form as t, layout};

use super::group_form::{GroupForm, NewGroupFields, labels};
use crate::{
    components::{Breadcrumbs, Crumb, PageHead},
    forms::{ErrorSummary, Errors, FieldError},
    routes,
    web::{
        Access::Member, Flash, KeptForm, Page, PageError, PostedForm, Site, Visit, see_other_with,
    },
};

pub fn routes(site: Site) -> Site {
    site.get(Member, routes::GROUP_NEW, show)
        .post(Member, routes::GROUP_NEW, create)
}

async fn show(visit: Visit, KeptForm(kept): KeptForm<GroupForm>) -> Page {
    page(&visit, &kept.unwrap_or_default(), &Errors::default())
}

async fn create(
    visit: Visit,
    PostedForm(form): PostedForm<GroupForm>,
) -> Result<Response, PageError> {
    let group = match form.new_group() {
        Ok(group) => group,
        Err(errors) => return Ok(page(&visit, &form, &errors).unprocessable().into_response()),
    };
    match groups::create(&visit.scope, group).await {
        Ok(id) => Ok(see_other_with(
            &routes::fill(routes::GROUP, &[&id]),
            Flash::GroupCreated,
            &visit,
        )),
        Err(CreateGroupError::NameTaken) => {
            let errors = Errors::of("name", FieldError::GroupExists);
            Ok(page(&visit, &form, &errors).unprocessable().into_response())
        }
        Err(CreateGroupError::TooOften(wait)) => Err(wait.into()),
        Err(CreateGroupError::Common(error)) => Err(error.into()),
    }
}

fn page(visit: &Visit, form: &GroupForm, errors: &Errors) -> Page {
    let locale = visit.locale;
    Page::new(visit, t::new_title(locale), || {
        let crumbs = vec![Crumb::new(
            routes::APPLICATIONS,
            layout::my_applications(locale),
        )];
        view! {
            <Breadcrumbs locale crumbs here=t::new_title(locale)/>
            <PageHead title=t::new_title(locale) lead=t::new_lead(locale)/>
            <form class="form" method="post" novalidate>
                <ErrorSummary errors labels=labels(locale) locale/>
                <NewGroupFields form errors locale/>
                <div class="actions">
                    <button class="btn">{t::new_submit(locale)}</button>
                    <a class="btn btn--quiet" href=routes::APPLICATIONS>{common::back(locale)}</a>
                </div>
            </form>
        }
    })
    .narrow()
}
