//! A new API: its name, and what it is called in addresses.

use axum::response::{IntoResponse, Response};
use domain::{
    catalogue::{self, DraftError, Problem},
    translated::Translated,
};
use leptos::prelude::*;
use locales::{Locale, api_editor as e, api_problems as p, apis as t, common, languages};

use super::{
    super::{ADMINISTRATOR, problems::problem},
    field::{Field, FormState, Kind},
    frame::Place,
    mistakes::{MistakeSummary, Mistakes},
    typed::{Typed, in_language},
};
use crate::{
    components::{AdministrationNav, Breadcrumbs, Crumb, PageHead},
    routes,
    web::{Flash, KeptForm, Page, PageError, PostedForm, Site, Visit, see_other_with},
};

const NAME: &str = "nome";
const SLUG: &str = "endereco";

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::API_NEW, show)
        .post(ADMINISTRATOR, routes::API_NEW, create)
}

async fn show(visit: Visit, KeptForm(kept): KeptForm<Typed>) -> Page {
    page(&visit, &kept.unwrap_or_default(), &Mistakes::default())
}

async fn create(visit: Visit, PostedForm(typed): PostedForm<Typed>) -> Result<Response, PageError> {
    let locale = visit.locale;
    let slug = typed.line(SLUG);
    let name: Translated = typed.translated(NAME);
    let mut mistakes = Mistakes::default();
    let in_default = in_language(NAME, Locale::default());
    if name.get(Locale::default()).is_none() {
        mistakes.add(in_default.as_str(), p::no_name(locale));
    }
    if mistakes.is_empty() {
        match catalogue::create(&visit.scope, &slug, &name).await {
            Ok(()) => {
                let address = Place::Summary.address(&slug);
                return Ok(see_other_with(&address, Flash::ApiCreated, &visit));
            }
            Err(DraftError::Problems(problems)) => {
                for found in &problems {
                    let of_slug = matches!(found, Problem::Slug | Problem::TakenSlug(_));
                    let field = if of_slug { SLUG } else { &in_default };
                    mistakes.add(field, problem(found, locale));
                }
            }
            // Nobody else saw what is new.
            Err(DraftError::Changed) => return Err(PageError::Malformed),
            Err(DraftError::Common(error)) => return Err(error.into()),
        }
    }
    Ok(page(&visit, &typed, &mistakes)
        .unprocessable()
        .into_response())
}

fn page(visit: &Visit, typed: &Typed, mistakes: &Mistakes) -> Page {
    let locale = visit.locale;
    let form = FormState {
        typed,
        mistakes,
        locale,
    };
    Page::new(visit, e::new_api(locale), || {
        let names = Locale::ALL.map(|language| {
            let label = e::name_in(locale, languages::name(language, locale));
            view! { <Field name=in_language(NAME, language) label language form=&form/> }
        });
        view! {
            <AdministrationNav visit/>
            <Breadcrumbs locale crumbs=vec![Crumb::new(routes::APIS, t::title(locale))] here=e::new_api(locale)/>
            <PageHead title=e::new_api(locale) lead=e::new_lead(locale)/>
            <form class="form" method="post" novalidate>
                <MistakeSummary mistakes current="" locale/>
                {names}
                <Field name=SLUG label=e::slug(locale) hint=e::slug_hint(locale) kind=Kind::Code form=&form/>
                <div class="actions">
                    <button class="btn">{e::create(locale)}</button>
                    <a class="btn btn--quiet" href=routes::APIS>{common::cancel(locale)}</a>
                </div>
            </form>
        }
    })
}
