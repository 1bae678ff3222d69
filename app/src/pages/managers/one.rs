//! One contract manager: which requests they decide on, and when they are away.

use axum::response::{IntoResponse, Response};
use domain::{
    ids::AccountId,
    managers::{self, Coverage, CoverageChangeError, Manager},
};
use leptos::prelude::*;
use locales::managers as t;

use super::{
    ADMINISTRATOR,
    absence::{self, AbsenceForm, AbsencePanel},
    part::{self, Mistake, PartPanel, Typed},
};
use crate::{
    components::{AdministrationNav, Breadcrumbs, Crumb, PageHead},
    forms::Errors,
    routes,
    web::{Flash, Ids, Page, PageError, PostedForm, Site, Visit, see_other, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::MANAGER, show)
        .post(ADMINISTRATOR, routes::MANAGER, save)
        .get(ADMINISTRATOR, routes::MANAGER_ABSENCE, back)
        .post(ADMINISTRATOR, routes::MANAGER_ABSENCE, set_absence)
}

async fn show(visit: Visit, Ids(id): Ids<AccountId>) -> Result<Page, PageError> {
    let manager = managers::manager(&visit.scope, id).await?;
    let typed = Typed::of_manager(&manager);
    let absence = AbsenceForm::from(&manager);
    page(
        &visit,
        &manager,
        (&typed, None),
        (&absence, &Errors::default()),
    )
    .await
}

/// For those who come by the address of the form: after a change of language.
async fn back(Ids(id): Ids<AccountId>) -> Response {
    see_other(&routes::fill(routes::MANAGER, &[&id]))
}

async fn save(
    visit: Visit,
    Ids(id): Ids<AccountId>,
    PostedForm(fields): PostedForm<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let manager = managers::manager(&visit.scope, id).await?;
    let typed = Typed::of_fields(&fields);
    let offered = part::offered(&manager, &visit.catalogue().current(), visit.locale);
    let mistake = match typed.coverage(&offered) {
        Ok(coverage) => set_coverage(&visit, id, coverage).await?,
        Err(mistake) => Some(mistake),
    };
    if mistake.is_none() {
        let saved = Flash::CoverageSaved;
        return Ok(see_other_with(routes::MANAGERS, saved, &visit));
    }
    let absence = AbsenceForm::from(&manager);
    let absence = (&absence, &Errors::default());
    let page = page(&visit, &manager, (&typed, mistake), absence).await?;
    Ok(page.unprocessable().into_response())
}

async fn set_coverage(
    visit: &Visit,
    id: AccountId,
    coverage: Coverage,
) -> Result<Option<Mistake>, PageError> {
    match managers::set_coverage(&visit.scope, id, coverage).await {
        Ok(()) => Ok(None),
        Err(CoverageChangeError::Coverage(error)) => Ok(Some(Mistake::Extent(error))),
        Err(CoverageChangeError::Common(error)) => Err(error.into()),
    }
}

async fn set_absence(
    visit: Visit,
    Ids(id): Ids<AccountId>,
    PostedForm(form): PostedForm<AbsenceForm>,
) -> Result<Response, PageError> {
    let address = routes::fill(routes::MANAGER, &[&id]);
    match absence::save(&visit, id, &form).await? {
        Ok(flash) => Ok(see_other_with(&address, flash, &visit)),
        Err(errors) => {
            let manager = managers::manager(&visit.scope, id).await?;
            let typed = Typed::of_manager(&manager);
            let page = page(&visit, &manager, (&typed, None), (&form, &errors)).await?;
            Ok(page.unprocessable().into_response())
        }
    }
}

async fn page(
    visit: &Visit,
    manager: &Manager,
    (typed, mistake): (&Typed, Option<Mistake>),
    (absence, errors): (&AbsenceForm, &Errors),
) -> Result<Page, PageError> {
    let locale = visit.locale;
    let colleagues = managers::names(&visit.scope).await?;
    let offered = part::offered(manager, &visit.catalogue().current(), locale);
    let crumbs = vec![Crumb::new(routes::MANAGERS, t::title(locale))];
    let action = routes::fill(routes::MANAGER_ABSENCE, &[&manager.id]);
    Ok(Page::new(visit, manager.name.clone(), || {
        view! {
            <AdministrationNav visit/>
            <Breadcrumbs locale crumbs here=manager.name.clone()/>
            <PageHead title=manager.name.clone()/>
            <div class="stack stack--form">
                <PartPanel typed mistake offered=&offered locale/>
                <AbsencePanel manager colleagues=&colleagues action form=absence errors locale/>
            </div>
        }
    }))
}
