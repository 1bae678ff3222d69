//! One contract manager: which requests they decide on, and when they are away.

use axum::response::{IntoResponse, Response};
use domain::{
    catalogue::Snapshot,
    ids::{AccountId, ApiId},
    managers::{self, Coverage, Manager},
};
use leptos::prelude::*;
use locales::{Locale, managers as t};
use values::Cnpj;

use super::{
    ADMINISTRATOR,
    absence::{self, AbsenceForm, AbsencePanel},
};
use crate::{
    components::{AdministrationNav, Breadcrumbs, Crumb, PageHead},
    forms::Errors,
    routes,
    web::{
        Flash, Ids, Page, PageError, PostedForm, Site, Visit, see_other, see_other_with, text_only,
    },
};

const API: &str = "api";
const COMPANIES: &str = "empresas";
/// The number of characters of a root.
const ROOT: usize = 8;

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::MANAGER, show)
        .post(ADMINISTRATOR, routes::MANAGER, save)
        .get(ADMINISTRATOR, routes::MANAGER_ABSENCE, back)
        .post(ADMINISTRATOR, routes::MANAGER_ABSENCE, set_absence)
}

/// What was typed: APIs by their slugs, and companies, one on each line.
struct Typed {
    apis: Vec<String>,
    companies: String,
}

impl Typed {
    fn of_fields(fields: &[(String, String)]) -> Self {
        let all = |wanted: &'static str| {
            let found = fields.iter().filter(move |(name, _)| name == wanted);
            found.map(|(_, value)| value.clone())
        };
        Self {
            apis: all(API).collect(),
            companies: all(COMPANIES).next().unwrap_or_default(),
        }
    }

    fn of_manager(manager: &Manager, apis: &Snapshot) -> Self {
        let Coverage::Only {
            apis: chosen,
            cnpj_roots,
        } = &manager.coverage
        else {
            return Self {
                apis: Vec::new(),
                companies: String::new(),
            };
        };
        let slugs = chosen.iter().filter_map(|id| apis.find(*id));
        Self {
            apis: slugs.map(|api| api.slug.clone()).collect(),
            companies: cnpj_roots.join("\n"),
        }
    }

    /// What the manager is to decide on, or the line that names no company.
    fn coverage(&self, snapshot: &Snapshot) -> Result<Coverage, String> {
        let mut cnpj_roots: Vec<String> = Vec::new();
        for line in self.companies.lines().filter(|it| !it.trim().is_empty()) {
            let root = root(line).ok_or_else(|| line.trim().to_owned())?;
            if !cnpj_roots.contains(&root) {
                cnpj_roots.push(root);
            }
        }
        let apis = self.apis.iter().filter_map(|slug| snapshot.by_slug(slug));
        let apis: Vec<ApiId> = apis.map(|api| api.id).collect();
        Ok(if apis.is_empty() && cnpj_roots.is_empty() {
            Coverage::Everything
        } else {
            Coverage::Only { apis, cnpj_roots }
        })
    }
}

/// The root of a CNPJ that was typed by itself, or as part of one.
fn root(typed: &str) -> Option<String> {
    if let Ok(cnpj) = Cnpj::parse(typed.trim()) {
        return Some(cnpj.root().to_owned());
    }
    let bare = typed.trim().chars().filter(|c| !matches!(c, '.' | ' '));
    let bare: String = bare.map(|c| c.to_ascii_uppercase()).collect();
    let is_root = bare.len() == ROOT && bare.chars().all(|c| c.is_ascii_alphanumeric());
    is_root.then_some(bare)
}

async fn show(visit: Visit, Ids(id): Ids<AccountId>) -> Result<Page, PageError> {
    let manager = managers::manager(&visit.scope, id).await?;
    let typed = Typed::of_manager(&manager, &visit.catalogue().current());
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
    let typed = Typed::of_fields(&fields);
    match typed.coverage(&visit.catalogue().current()) {
        Ok(coverage) => {
            managers::set_coverage(&visit.scope, id, coverage).await?;
            Ok(see_other_with(
                routes::MANAGERS,
                Flash::CoverageSaved,
                &visit,
            ))
        }
        Err(line) => {
            let manager = managers::manager(&visit.scope, id).await?;
            let absence = AbsenceForm::from(&manager);
            let absence = (&absence, &Errors::default());
            let page = page(&visit, &manager, (&typed, Some(line)), absence).await?;
            Ok(page.unprocessable().into_response())
        }
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
            let typed = Typed::of_manager(&manager, &visit.catalogue().current());
            let page = page(&visit, &manager, (&typed, None), (&form, &errors)).await?;
            Ok(page.unprocessable().into_response())
        }
    }
}

async fn page(
    visit: &Visit,
    manager: &Manager,
    (typed, wrong): (&Typed, Option<String>),
    (absence, errors): (&AbsenceForm, &Errors),
) -> Result<Page, PageError> {
    let locale = visit.locale;
    let colleagues = managers::names(&visit.scope).await?;
    let apis = visit.catalogue().current();
    let crumbs = vec![Crumb::new(routes::MANAGERS, t::title(locale))];
    let action = routes::fill(routes::MANAGER_ABSENCE, &[&manager.id]);
    Ok(Page::new(visit, manager.name.clone(), || {
        view! {
            <AdministrationNav visit/>
            <Breadcrumbs locale crumbs here=manager.name.clone()/>
            <PageHead title=manager.name.clone()/>
            <div class="stack stack--form">
                <PartPanel typed wrong apis=&apis locale/>
                <AbsencePanel manager colleagues=&colleagues action form=absence errors locale/>
            </div>
        }
    }))
}

#[component]
fn PartPanel<'a>(
    typed: &'a Typed,
    wrong: Option<String>,
    apis: &'a Snapshot,
    locale: Locale,
) -> impl IntoView + use<> {
    let boxes = apis.published().map(|api| {
        let checked = typed.apis.contains(&api.slug);
        view! {
            <label class="check">
                <input type="checkbox" name=API value=api.slug.clone() checked=checked/>
                {api.text(locale).name.clone()}
            </label>
        }
    });
    let boxes = boxes.collect_view();
    let invalid = wrong.is_some();
    let error = wrong.map(|line| {
        let words = t::companies_wrong(locale, line);
        view! { <p class="field__error" id="empresas-error" role="alert">{words}</p> }
    });
    // Browsers drop a newline in front.
    let companies = format!("\n{}", text_only(&typed.companies));
    view! {
        <section class="panel">
            <h2>{t::part(locale)}</h2>
            <form class="form" method="post" novalidate>
                <p class="soft small">{t::part_hint(locale)}</p>
                <fieldset class="stack">
                    <legend>{t::apis(locale)}</legend>
                    {boxes}
                </fieldset>
                <div class="field" class:field--invalid=invalid>
                    <label for="empresas">{t::companies(locale)}</label>
                    <p class="field__hint" id="empresas-hint">{t::companies_hint(locale)}</p>
                    <textarea
                        id="empresas" name=COMPANIES rows="5" aria-invalid=invalid.then_some("true")
                        aria-describedby="empresas-hint empresas-error" inner_html=companies
                    ></textarea>
                    {error}
                </div>
                <div class="actions"><button class="btn">{t::save(locale)}</button></div>
            </form>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_company_is_named_by_its_root_or_a_whole_number() {
        for (typed, read) in [
            ("12.ABC.345", Some("12ABC345")),
            (" 12abc345 ", Some("12ABC345")),
            ("12.ABC.345/01DE-35", Some("12ABC345")),
            ("12.ABC.345/01DE-36", None),
            ("1234567", None),
            ("Padaria São João", None),
        ] {
            assert_eq!(root(typed).as_deref(), read, "{typed}");
        }
    }
}
